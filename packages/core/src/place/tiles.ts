/**
 * Where each province stands on a map of equal squares, row and column from the north-west: Sumatra, Java and the islands
 * lie to each other as on a map, and the smallest province is as easy to hit as the largest. `name` fits a square.
 */
export interface Tile {
  readonly province: string
  readonly short: string
  readonly row: number
  readonly column: number
}

const tile = (province: string, short: string, row: number, column: number): Tile => ({ province, short, row, column })

export const provinceTiles: readonly Tile[] = [
  // Sumatra, down its length, with its islands to the east
  tile('11', 'Aceh', 1, 1),
  tile('12', 'Sumut', 2, 1),
  tile('13', 'Sumbar', 3, 1),
  tile('14', 'Riau', 3, 2),
  tile('21', 'Kepri', 3, 3),
  tile('17', 'Bengkulu', 4, 1),
  tile('15', 'Jambi', 4, 2),
  tile('19', 'Babel', 4, 3),
  tile('16', 'Sumsel', 5, 2),
  tile('18', 'Lampung', 6, 2),
  // Java and the islands east of it
  tile('36', 'Banten', 7, 2),
  tile('31', 'Jakarta', 7, 3),
  tile('33', 'Jateng', 7, 4),
  tile('35', 'Jatim', 7, 5),
  tile('51', 'Bali', 7, 6),
  tile('52', 'NTB', 7, 7),
  tile('53', 'NTT', 7, 8),
  tile('32', 'Jabar', 8, 3),
  tile('34', 'DIY', 8, 4),
  // Kalimantan
  tile('65', 'Kaltara', 2, 5),
  tile('61', 'Kalbar', 3, 4),
  tile('64', 'Kaltim', 3, 5),
  tile('62', 'Kalteng', 4, 4),
  tile('63', 'Kalsel', 4, 5),
  // Sulawesi
  tile('75', 'Gorontalo', 2, 7),
  tile('71', 'Sulut', 2, 8),
  tile('76', 'Sulbar', 4, 6),
  tile('72', 'Sulteng', 3, 7),
  tile('73', 'Sulsel', 5, 6),
  tile('74', 'Sultra', 5, 7),
  // Maluku and Papua
  tile('82', 'Malut', 2, 9),
  tile('81', 'Maluku', 4, 8),
  tile('96', 'PBD', 3, 10),
  tile('92', 'Pabar', 3, 11),
  tile('94', 'Pateng', 4, 11),
  tile('91', 'Papua', 3, 12),
  tile('95', 'Papeg', 4, 12),
  tile('93', 'Pasel', 5, 12),
]
