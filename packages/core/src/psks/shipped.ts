import type { ShippedItem } from '../lists/item.ts'
import { sinceTheStart } from '../lists/item.ts'
import type { PsksField, PsksKind } from './kinds.ts'
import { psksKindList } from './kinds.ts'

/** A field, written short: its code, Indonesian, English, and its kind where it is not words. */
const field = (code: string, id: string, en: string, kind: PsksField['kind'] = 'text'): PsksField => ({
  code,
  kind,
  id,
  en,
})

const sex = field('sex', 'Jenis kelamin', 'Sex', 'sex')
const education = field('education', 'Pendidikan terakhir', 'Education')
const since = field('active-since', 'Aktif sejak', 'Active since', 'day')
const certificate = field('certificate', 'Nomor sertifikat', 'Certificate number')
const decree = field('decree', 'Nomor SK', 'Number of the decree')
const registered = field('register-number', 'Nomor registrasi', 'Register number')
const legality = field('legality', 'Legalitas (akta, izin)', 'Legal basis (deed, permit)')
const leader = field('leader', 'Nama ketua', 'Name of the head')
const members = field('members', 'Jumlah anggota', 'Members', 'count')
const activities = field('activities', 'Kegiatan', 'Activities')

type Kind = readonly [code: string, id: string, en: string, who: PsksKind['who'], fields: readonly PsksField[]]

/** The 12 kinds of Permensos 8/2012 in its order, with the fields that districts keep of them. */
const kinds: readonly Kind[] = [
  [
    'social-worker',
    'Pekerja sosial profesional',
    'Professional social worker',
    'person',
    [sex, education, certificate, field('workplace', 'Tempat bekerja', 'Workplace'), since],
  ],
  [
    'community-worker',
    'Pekerja sosial masyarakat (PSM)',
    'Community social worker (PSM)',
    'person',
    [sex, education, since, certificate],
  ],
  [
    'disaster-volunteer',
    'Taruna siaga bencana (Tagana)',
    'Disaster volunteer (Tagana)',
    'person',
    [sex, education, registered, field('rank', 'Jenjang', 'Rank'), since],
  ],
  [
    'institution',
    'Lembaga kesejahteraan sosial (LKS)',
    'Social welfare institution (LKS)',
    'institution',
    [
      legality,
      field('position', 'Kedudukan', 'Position'),
      field('scope', 'Lingkup pelayanan', 'Scope'),
      field('accreditation', 'Akreditasi', 'Accreditation'),
      leader,
      field('cared-for', 'Jumlah yang dilayani', 'People cared for', 'count'),
      activities,
    ],
  ],
  [
    'youth',
    'Karang Taruna',
    'Youth organisation (Karang Taruna)',
    'institution',
    [field('class', 'Klasifikasi', 'Class'), leader, decree, members, activities],
  ],
  [
    'family-counselling',
    'Lembaga konsultasi kesejahteraan keluarga (LK3)',
    'Family counselling institution (LK3)',
    'institution',
    [
      field('form', 'Jenis LK3', 'Kind of LK3'),
      legality,
      leader,
      field('professionals', 'Jumlah tenaga profesional', 'Professionals', 'count'),
      field('clients', 'Jumlah klien', 'Clients', 'count'),
    ],
  ],
  [
    'pioneer-family',
    'Keluarga pioner',
    'Pioneer family',
    'person',
    [since, field('plasma-families', 'Jumlah keluarga plasma', 'Families that follow them', 'count'), activities],
  ],
  [
    'community-vehicle',
    'Wahana kesejahteraan sosial berbasis masyarakat (WKSBM)',
    'Community-based welfare group (WKSBM)',
    'institution',
    [legality, leader, members, activities],
  ],
  [
    'woman-leader',
    'Wanita pemimpin kesejahteraan sosial',
    'Woman leader of social welfare',
    'person',
    [education, field('role', 'Peran di masyarakat', 'Role in the community'), since],
  ],
  [
    'educator',
    'Penyuluh sosial',
    'Social educator',
    'person',
    [sex, education, field('employment', 'Status kepegawaian', 'Employment'), since],
  ],
  [
    'subdistrict-worker',
    'Tenaga kesejahteraan sosial kecamatan (TKSK)',
    'Sub-district social welfare officer (TKSK)',
    'person',
    [registered, sex, education, decree, since],
  ],
  [
    'business',
    'Dunia usaha',
    'Business (CSR)',
    'institution',
    [
      field('sector', 'Bidang usaha', 'Line of business'),
      leader,
      field('csr-forum', 'Anggota forum CSR', 'Member of the CSR forum', 'yes-no'),
      field('programme', 'Program CSR', 'CSR programme'),
    ],
  ],
]

/** PSKS-1 The kinds as a new installation holds them. */
export const shippedPsksKinds: readonly ShippedItem[] = kinds.map(([code, id, en, who, fields], nth) => ({
  list: psksKindList,
  code,
  names: { id, en },
  data: { number: nth + 1, who, fields: fields.map((one) => ({ ...one })) },
  ...sinceTheStart,
}))
