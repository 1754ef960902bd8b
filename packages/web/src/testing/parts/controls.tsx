import { type ReactNode, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { BarMenu, BarMenuItem } from '../../ui/bar-menu.tsx'
import { ChooseBox } from '../../ui/choose-box.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataRows } from '../../ui/data-rows.tsx'
import { ListSearch } from '../../ui/list-search.tsx'
import { SearchBox } from '../../ui/search-box.tsx'

// Controls as screens use them, each with something around it to come from and to go to.

/** What a control told its screen, in order. */
const told: string[] = []
export const toldSoFar = (): readonly string[] => told

const root = createRoot(document.getElementById('place') ?? document.body)

export function show(name: keyof typeof scenes): void {
  told.length = 0
  const Scene = scenes[name]
  flushSync(() =>
    root.render(
      <Router>
        <main>
          <Scene key={`${name} ${performance.now()}`} />
        </main>
        <button type="button">di luar</button>
      </Router>,
    ),
  )
}

const groups = [
  {
    name: 'Kesehatan',
    options: [
      { value: 'pbi', label: 'PBI-JKN tidak aktif' },
      { value: 'hospital', label: 'Layanan rumah sakit' },
    ],
  },
  { name: 'Perumahan', options: [{ value: 'roof', label: 'Rumah tidak layak huni', hint: 'RTLH' }] },
]

function Choosing() {
  const [value, setValue] = useState('')
  const choose = (chosen: string) => {
    told.push(chosen)
    setValue(chosen)
  }
  return (
    <ChooseBox
      label="Kategori"
      groups={groups}
      value={value}
      onChange={choose}
      placeholder="Ketik"
      emptyText="Tidak ada yang cocok"
    />
  )
}

function Searching() {
  const [words, setWords] = useState('depok')
  const search = (wanted: string) => {
    told.push(wanted)
    setWords(wanted)
  }
  return (
    <>
      <ListSearch label="Cari kantor" value={words} onSearch={search} />
      <button type="button" onClick={() => setWords('')}>
        hapus saringan
      </button>
    </>
  )
}

const Menu = (): ReactNode => (
  <BarMenu button="SW" heading="Sari Wulandari">
    <BarMenuItem chosen onChoose={() => told.push('puskesos')}>
      Puskesos
    </BarMenuItem>
    <BarMenuItem detail="Koordinator" onChoose={() => told.push('secretariat')}>
      Sekretariat
    </BarMenuItem>
  </BarMenu>
)

const rows = ['satu', 'dua', 'tiga']
const List = (): ReactNode => (
  <>
    <SearchBox label="Cari" hint="nomor, nama" value="awal" onSearch={(words) => told.push(words)} />
    <DataRows
      caption="Kasus"
      columns={[{ key: 'name', header: 'Nama', place: 'title', cell: (row: string) => row }]}
      rows={rows}
      keyOf={(row) => row}
      hrefOf={(row) => `/kasus/${row}`}
    />
  </>
)

function Asking() {
  const [open, setOpen] = useState(false)
  const end = (word: string) => () => {
    told.push(word)
    setOpen(false)
  }
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        batalkan kasus
      </button>
      <List />
      {open && (
        <ConfirmDialog
          open
          title="Yakin?"
          confirmText="Ya"
          cancelText="Tidak"
          onConfirm={end('yes')}
          onCancel={end('no')}
        >
          Ini tidak dapat ditarik kembali.
        </ConfirmDialog>
      )}
    </>
  )
}

const scenes = { choosing: Choosing, searching: Searching, menu: Menu, list: List, asking: Asking } as const
