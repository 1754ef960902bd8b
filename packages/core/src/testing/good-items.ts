const names = { id: 'Uji', en: 'Trial' }
const from = '2099-01-05'
const basis = 'SK Bupati 12/2026'
const plain = { names, from, data: {} }
const signed = { act: 'sign', post: 'Kepala Desa' }
const initialled = { act: 'initial', post: 'Sekretaris Desa' }

/** One item of each kind of list, with everything that may be said of it. */
export const goodItems: readonly object[] = [
  {
    list: 'category',
    code: 'uji',
    names,
    from,
    data: {
      sector: 'education',
      kinds: ['complaint', 'service'],
      hopDays: { village: 1, subdistrict: 2, district: 3, province: 4, nation: 5 },
      totalDays: 9,
      takePercent: 25,
      decidePercent: 30,
      rises: false,
      basis,
      restricted: 'violence',
    },
  },
  { list: 'outcome', code: 'uji', names, from, data: { kinds: ['question'] } },
  { list: 'outcome', code: 'uji', names, from, data: {} },
  { list: 'window', code: 'wordDays', names, from, data: { days: 7, basis } },
  { list: 'retention', code: 'registry', names, from, data: { years: 10, basis } },
  {
    list: 'role',
    code: 'uji',
    names,
    from,
    data: {
      permissions: ['case.read', 'case.register'],
      restricted: ['violence'],
      sees: 'office',
      heldAt: ['puskesos'],
      givenFrom: ['village', 'district'],
      secondFactor: true,
    },
  },
  { list: 'zone', code: '3404', names, from, data: { zone: 'Asia/Jakarta', basis } },
  {
    list: 'letter-template',
    code: 'registered',
    names,
    from,
    data: { title: 'Surat Keterangan', code: '400.9', body: 'Yang bertanda tangan di bawah ini menerangkan.' },
  },
  {
    list: 'letter-chain',
    code: 'registered',
    names,
    from,
    data: {
      levels: { village: [initialled, signed], subdistrict: [signed], district: null, province: null, nation: null },
      basis,
    },
  },
  { list: 'letter-number', code: 'uji', names, from, data: { pattern: '{kode}/{urut}/{tahun}', basis } },
  { list: 'letter-purpose', code: 'uji', names, from, data: { maxDesil: 5, basis } },
  {
    list: 'letter-signer',
    code: 'uji',
    names,
    from,
    data: { post: 'Lurah', rank: 'Penata', nip: '197001012000011001' },
  },
  { list: 'letter-logo', code: 'uji', names, from, data: { picture: 'a'.repeat(64) } },
  {
    list: 'meeting-kind',
    code: 'uji',
    names,
    from,
    data: { callers: [{ rights: ['meeting.attend'], offices: ['secretariat'] }], months: 3, basis },
  },
  {
    list: 'proposal-cut-off',
    code: 'monthly',
    names,
    from,
    data: { closes: 10, pulled: 11, finalised: 15, basis },
  },
  { list: 'proposal-target', code: 'uji', names, from, data: { takes: ['new', 'move'], fields: ['nama', 'NIK'] } },
  { list: 'ppks-type', code: 'uji', names, from, data: { number: 26, restricted: null } },
  { list: 'cell-limit', code: 'ppks', names, from, data: { least: 5, basis } },
  {
    list: 'psks-kind',
    code: 'uji',
    names,
    from,
    data: { number: 12, who: 'person', fields: [{ code: 'ijazah', kind: 'text', id: 'Ijazah', en: 'Diploma' }] },
  },
  {
    list: 'surge-order',
    code: 'usual',
    names,
    from,
    data: {
      rules: [
        { class: 'elderly', years: 60 },
        { class: 'other', years: null },
      ],
      basis,
    },
  },
  { list: 'priority', code: 'red', ...plain },
  { list: 'notice', code: 'received', ...plain },
  { list: 'agama', code: 'uji', ...plain },
  { list: 'indicator', code: 'uji', names, from, data: { of: 'family', kind: 'yes-no', why: 'Rawan pangan' } },
  { list: 'channel', code: 'uji', ...plain },
  { list: 'sector', code: 'uji', ...plain },
  { list: 'proposal-reason', code: 'uji', ...plain },
]
