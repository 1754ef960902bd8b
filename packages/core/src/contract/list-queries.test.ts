import { testRoutes } from '../testing/routes-spec.ts'
import { listRoutes } from './list-queries.ts'

testRoutes(listRoutes, {
  items: {
    at: 'GET /api/lists/items',
    allow: 'lists.manage',
    audit: 'LIST_ITEMS_READ',
    query: {
      strict: 'yes',
      district: 'ledger',
      list: 'category|outcome|channel|how|return|reject|escalate|cancel|decline|unmet|became|aside|visit-trigger|visit-result|visit-missed|surge-kind|need|need-unmet|need-stopped|ppks-ending|ppks-risk|challenge-kind|sector|priority|notice|window|retention|zone|letter-purpose|jenis_kelamin|status_hubungan_keluarga|status_kawin|partisipasi_sekolah|ijazah_tertinggi|lapangan_usaha|status_pekerjaan|tingkat_kesulitan|ragam_disabilitas|penyakit_kronis|gizi_balita|golongan_penghasilan|agama|status_kepemilikan_rumah|jenis_lantai|jenis_dinding|jenis_atap|sumber_air_minum|sumber_penerangan|daya_terpasang|bahan_bakar|fasilitas_bab|jenis_kloset|pembuangan_akhir_tinja|status_lahan|indicator|proposal-reason|proposal-return|proposal-answer|ppks-type|cell-limit|psks-kind',
    },
    body: {
      strict: 'yes',
    },
    reply: {
      today: 'day',
      grows: 'boolean',
      nationOnly: 'boolean',
      items: [
        {
          code: 'text',
          names: {
            id: 'text',
            en: 'text',
          },
          data: {
            'each "text"': 'anything',
          },
          holds: 'boolean',
          place: 'ledger or null',
          mayEnd: 'boolean',
          said: [
            {
              place: 'ledger',
              own: 'boolean',
              from: 'day',
              says: 'holds|ended|as-above',
              names: {
                id: 'text',
                en: 'text',
              },
              data: {
                'each "text"': 'anything',
              },
            },
          ],
          uses: {
            'or null': {
              open: 'int',
              all: 'int',
            },
          },
        },
      ],
    },
  },
  uses: {
    at: 'GET /api/lists/uses',
    allow: 'lists.manage',
    audit: 'LIST_USES_READ',
    query: {
      strict: 'yes',
      district: 'ledger',
      list: 'category|outcome|channel|how|return|reject|escalate|cancel|decline|unmet|became|aside|visit-trigger|visit-result|visit-missed|surge-kind|need|need-unmet|need-stopped|ppks-ending|ppks-risk|challenge-kind|sector|priority|notice|window|retention|zone|letter-purpose|jenis_kelamin|status_hubungan_keluarga|status_kawin|partisipasi_sekolah|ijazah_tertinggi|lapangan_usaha|status_pekerjaan|tingkat_kesulitan|ragam_disabilitas|penyakit_kronis|gizi_balita|golongan_penghasilan|agama|status_kepemilikan_rumah|jenis_lantai|jenis_dinding|jenis_atap|sumber_air_minum|sumber_penerangan|daya_terpasang|bahan_bakar|fasilitas_bab|jenis_kloset|pembuangan_akhir_tinja|status_lahan|indicator|proposal-reason|proposal-return|proposal-answer|ppks-type|cell-limit|psks-kind',
      code: 'line ..60',
    },
    body: {
      strict: 'yes',
    },
    reply: {
      uses: {
        'or null': {
          open: 'int',
          all: 'int',
          districts: 'int',
        },
      },
    },
  },
  calendar: {
    at: 'GET /api/calendar',
    allow: 'lists.manage',
    audit: 'CALENDAR_READ',
    query: {
      strict: 'yes',
      district: 'ledger',
      year: 'text like ^20\\d\\d$',
    },
    body: {
      strict: 'yes',
    },
    reply: {
      today: 'day',
      zone: 'text',
      days: [
        {
          day: 'day',
          closed: 'boolean',
          name: 'text',
          basis: 'text',
          place: 'ledger',
        },
      ],
      hours: [
        {
          place: 'ledger',
          from: 'day',
          week: [
            {
              'or null': {
                'list 2..2': 'anything',
              },
            },
          ],
          basis: 'text',
          version: 'int',
        },
      ],
    },
  },
  file: {
    at: 'GET /api/lists/file',
    allow: 'lists.manage',
    audit: 'LIST_EXPORTED',
    query: {
      strict: 'yes',
      district: 'ledger',
      list: 'category|outcome|channel|how|return|reject|escalate|cancel|decline|unmet|became|aside|visit-trigger|visit-result|visit-missed|surge-kind|need|need-unmet|need-stopped|ppks-ending|ppks-risk|challenge-kind|sector|priority|notice|window|retention|zone|letter-purpose|jenis_kelamin|status_hubungan_keluarga|status_kawin|partisipasi_sekolah|ijazah_tertinggi|lapangan_usaha|status_pekerjaan|tingkat_kesulitan|ragam_disabilitas|penyakit_kronis|gizi_balita|golongan_penghasilan|agama|status_kepemilikan_rumah|jenis_lantai|jenis_dinding|jenis_atap|sumber_air_minum|sumber_penerangan|daya_terpasang|bahan_bakar|fasilitas_bab|jenis_kloset|pembuangan_akhir_tinja|status_lahan|indicator|proposal-reason|proposal-return|proposal-answer|ppks-type|cell-limit|psks-kind|role|calendar',
    },
    body: {
      strict: 'yes',
    },
    reply: {
      rows: [['text']],
    },
  },
  plan: {
    at: 'POST /api/lists/plan',
    allow: 'lists.manage',
    audit: 'LIST_FILE_READ',
    query: {
      strict: 'yes',
    },
    body: {
      strict: 'yes',
      district: 'ledger',
      list: 'category|outcome|channel|how|return|reject|escalate|cancel|decline|unmet|became|aside|visit-trigger|visit-result|visit-missed|surge-kind|need|need-unmet|need-stopped|ppks-ending|ppks-risk|challenge-kind|sector|priority|notice|window|retention|zone|letter-purpose|jenis_kelamin|status_hubungan_keluarga|status_kawin|partisipasi_sekolah|ijazah_tertinggi|lapangan_usaha|status_pekerjaan|tingkat_kesulitan|ragam_disabilitas|penyakit_kronis|gizi_balita|golongan_penghasilan|agama|status_kepemilikan_rumah|jenis_lantai|jenis_dinding|jenis_atap|sumber_air_minum|sumber_penerangan|daya_terpasang|bahan_bakar|fasilitas_bab|jenis_kloset|pembuangan_akhir_tinja|status_lahan|indicator|proposal-reason|proposal-return|proposal-answer|ppks-type|cell-limit|psks-kind|role|calendar',
      from: 'day',
      text: 'line ..500000',
    },
    reply: {
      head: ['text'],
      missing: ['text'],
      lines: [
        {
          line: 'int',
          cells: ['text'],
          asks: [
            {
              kind: 'list.add|list.change|list.end|list.take-back|calendar.close|calendar.open|hours.set',
              data: {
                'each "text"': 'anything',
              },
            },
          ],
          refusal: 'text or null',
        },
      ],
    },
  },
})
