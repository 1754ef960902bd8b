import type { Zone } from '../kernel/instant.ts'
import type { Line } from './item.ts'

/** Codes of places as case numbers write them, without a dot: 34 for a province, 3404 for a district, 00 for the nation. */
export const zonedCode = /^\d{2}(\d{2})?$/

export const zonesBasis = 'Keppres 41/1987 tentang pembagian wilayah Republik Indonesia menjadi 3 wilayah waktu'

/** WIB, WITA and WIT by province, as a new installation holds them; the nation's own offices keep Jakarta's time. */
export const zoneLines: Readonly<Record<Zone, readonly Line[]>> = {
  'Asia/Jakarta': [
    ['00', 'Tingkat nasional', 'National level'],
    ['11', 'Aceh', 'Aceh'],
    ['12', 'Sumatera Utara', 'North Sumatra'],
    ['13', 'Sumatera Barat', 'West Sumatra'],
    ['14', 'Riau', 'Riau'],
    ['15', 'Jambi', 'Jambi'],
    ['16', 'Sumatera Selatan', 'South Sumatra'],
    ['17', 'Bengkulu', 'Bengkulu'],
    ['18', 'Lampung', 'Lampung'],
    ['19', 'Kepulauan Bangka Belitung', 'Bangka Belitung Islands'],
    ['21', 'Kepulauan Riau', 'Riau Islands'],
    ['31', 'Daerah Khusus Ibukota Jakarta', 'Special Capital Region of Jakarta'],
    ['32', 'Jawa Barat', 'West Java'],
    ['33', 'Jawa Tengah', 'Central Java'],
    ['34', 'Daerah Istimewa Yogyakarta', 'Special Region of Yogyakarta'],
    ['35', 'Jawa Timur', 'East Java'],
    ['36', 'Banten', 'Banten'],
    ['61', 'Kalimantan Barat', 'West Kalimantan'],
    ['62', 'Kalimantan Tengah', 'Central Kalimantan'],
  ],
  'Asia/Makassar': [
    ['51', 'Bali', 'Bali'],
    ['52', 'Nusa Tenggara Barat', 'West Nusa Tenggara'],
    ['53', 'Nusa Tenggara Timur', 'East Nusa Tenggara'],
    ['63', 'Kalimantan Selatan', 'South Kalimantan'],
    ['64', 'Kalimantan Timur', 'East Kalimantan'],
    ['65', 'Kalimantan Utara', 'North Kalimantan'],
    ['71', 'Sulawesi Utara', 'North Sulawesi'],
    ['72', 'Sulawesi Tengah', 'Central Sulawesi'],
    ['73', 'Sulawesi Selatan', 'South Sulawesi'],
    ['74', 'Sulawesi Tenggara', 'Southeast Sulawesi'],
    ['75', 'Gorontalo', 'Gorontalo'],
    ['76', 'Sulawesi Barat', 'West Sulawesi'],
  ],
  'Asia/Jayapura': [
    ['81', 'Maluku', 'Maluku'],
    ['82', 'Maluku Utara', 'North Maluku'],
    ['91', 'Papua', 'Papua'],
    ['92', 'Papua Barat', 'West Papua'],
    ['93', 'Papua Selatan', 'South Papua'],
    ['94', 'Papua Tengah', 'Central Papua'],
    ['95', 'Papua Pegunungan', 'Highland Papua'],
    ['96', 'Papua Barat Daya', 'Southwest Papua'],
  ],
}
