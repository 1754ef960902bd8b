import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, say } from './desk.ts'
import { textIn } from './papers.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'
import { addStaff } from './sleman.ts'

const { house, sleman, faults, sit } = await setScene()
const { people, offices, admin } = sleman
const secretariat = (name: string, role: 'verifier' | 'approver') =>
  addStaff(house, admin, { name, signInName: `${role}.sleman`, office: offices.secretariat, role })

const nik = '3404074506800001'
/** The shortest file that begins like a PNG. */
const photo = {
  name: 'rumah.png',
  mimeType: 'image/png',
  buffer: Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(20)]),
}
const scan = { name: 'berita-acara.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') }

test('PROPOSAL-23 a death is drafted from a case, backed by the village, verified and approved by two others, typed off, and rejected by a file of answers', async () => {
  const caseId = randomUUID()
  await people.fo.does('case.register', { subject: caseId, data: registration({ summary: 'Data belum diperbarui' }) })
  const drafter = await sit(people.coordinator)
  await drafter.goto('/meja/usulan')
  await drafter.getByText(say('proposal.empty.title')).waitFor()
  await checkScreen(drafter, 'proposals-empty')

  await drafter.goto(`/meja/usulkan?kasus=34.04/${caseId}`)
  await field(drafter, 'NIK').fill(nik)
  await button(drafter, say('proposal.form.seek')).click()
  await field(drafter, say('proposal.form.name')).fill('Siti Aminah')
  await drafter.getByRole('combobox', { name: say('proposal.place') }).fill('Caturtunggal')
  await drafter.getByRole('option', { name: /Caturtunggal/ }).click()
  await drafter.getByRole('radio', { name: say('proposal-kind.death') }).check()
  await field(drafter, 'Tanggal meninggal').fill('2026-11-01')
  await drafter.getByRole('combobox', { name: say('proposal.reason') }).selectOption({ label: 'Meninggal dunia' })
  await checkScreen(drafter, 'proposal-draft')
  await button(drafter, say('proposal.form.save')).click()
  await heading(drafter, 'Meninggal: Siti Aminah').waitFor()
  await checkScreen(drafter, 'proposal-card')
  const address = drafter.url()

  await button(drafter, say('proposal-act.evidence')).click()
  const evidence = dialogOf(drafter)
  await evidence.locator('input[type=file]').setInputFiles(photo)
  await field(evidence, say('proposal.evidence.lat')).fill('-7,78262')
  await field(evidence, say('proposal.evidence.long')).fill('110,38831')
  await checkScreen(drafter, 'proposal-evidence')
  await button(evidence, say('proposal.form.save')).click()
  await drafter.getByText(say('proposal.evidence.typed', { at: '-7.78262, 110.38831' })).waitFor()
  await link(drafter, say('proposal.evidence.photo', { nth: 1 })).waitFor()

  await drafter.goto('/meja/musyawarah')
  await button(drafter, say('proposal.meet')).click()
  await field(dialogOf(drafter), say('proposal.meet.venue')).fill('Balai desa')
  await button(dialogOf(drafter), say('proposal.meet')).click()
  await button(drafter, say('minutes-act.minute')).click()
  const minutes = dialogOf(drafter)
  await field(minutes, say('proposal.minutes.leader')).fill('Pak Dukuh')
  await minutes.getByRole('combobox', { name: /Siti Aminah/ }).selectOption('agreed')
  await field(minutes, say('proposal.minutes.attendance')).fill('Bu Lurah, lurah\nPak RT, ketua RT 04')
  await checkScreen(drafter, 'proposal-minutes-form')
  await button(minutes, say('proposal.form.save')).click()
  await drafter.getByText('Bu Lurah, lurah').waitFor()
  await button(drafter, say('minutes-act.sign')).click()
  await dialogOf(drafter).locator('input[type=file]').setInputFiles(scan)
  await button(dialogOf(drafter), say('minutes-act.sign')).click()
  await drafter.getByText(say('minutes-status.signed'), { exact: true }).waitFor()
  await checkScreen(drafter, 'proposal-minutes')

  const verifier = await sit(await secretariat('Endah Wahyuni', 'verifier'))
  await verifier.goto('/meja/usulan?lihat=to-verify')
  await verifier.getByRole('checkbox', { name: say('proposal.many.all') }).check()
  await checkScreen(verifier, 'proposals-to-verify')
  await button(verifier, say('proposal.many.verify', { count: 1 })).click()
  await button(dialogOf(verifier), say('proposal-act.verify')).click()
  await verifier.getByText(say('proposal.empty.title')).waitFor()

  const approver = await sit(await secretariat('Agus Santoso', 'approver'))
  await approver.goto(new URL(address).pathname)
  await button(approver, say('proposal-act.approve')).click()
  await button(dialogOf(approver), say('proposal-act.approve')).click()
  await approver.getByText(say('proposal-status.approved'), { exact: true }).first().waitFor()

  await verifier.goto('/meja/usulan?lihat=to-export')
  await verifier.getByRole('checkbox', { name: say('proposal.many.all') }).check()
  await button(verifier, say('proposal.many.export', { count: 1 })).click()
  await button(dialogOf(verifier), say('proposal-act.export')).click()
  await button(verifier, say('proposal.batch.file')).click()
  await field(dialogOf(verifier), say('proposal.batch.reason')).fill('Diserahkan ke provinsi')
  await dialogOf(verifier).getByRole('radio', { name: 'CSV' }).check()
  const [file] = await Promise.all([
    verifier.waitForEvent('download'),
    button(dialogOf(verifier), say('proposal.batch.file')).click(),
  ])
  assert.match(await textIn(file), /nomor_induk_kependudukan[\s\S]*3404074506800001/)
  await checkScreen(verifier, 'proposal-batch')

  await link(verifier, 'Siti Aminah').click()
  await verifier.getByText(nik).waitFor()
  // It is ticked once the server has it.
  await verifier.getByRole('checkbox', { name: /Nama$/ }).click()
  await verifier.getByRole('checkbox', { name: /Nama$/, checked: true }).waitFor()
  await button(verifier, say('proposal.copy.whole')).click()
  await button(verifier, say('proposal.copy.undo')).waitFor()
  await checkScreen(verifier, 'proposal-copy')

  await verifier.goto('/meja/kiriman')
  await verifier.getByText(say('proposal.answers'), { exact: true }).click()
  const answers = `NIK;Jawaban;Alasan\n${nik};Ditolak;Sudah terdaftar\n3404074506809999;Diterima;\n3,40407E+15;Diterima;\n`
  const sendAnswers = () =>
    verifier.locator('input[type=file]').setInputFiles({
      name: 'jawaban.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(answers),
    })
  await sendAnswers()
  await verifier.getByText(say('proposal.answers.matched', { count: 1 })).waitFor()
  await verifier.getByText(say('answer-fault.nik-rounded')).waitFor()
  await checkScreen(verifier, 'proposal-answers')
  await button(verifier, say('proposal.answers.send', { count: 1 })).click()
  await verifier.getByText(say('proposal.answers.done', { count: 1 })).waitFor()
  const [wrong] = await Promise.all([
    verifier.waitForEvent('download'),
    button(verifier, say('proposal.answers.save-wrong')).click(),
  ])
  const left = await textIn(wrong)
  assert.ok(left.includes('3404074506809999') && !left.includes(nik), 'only what was not recorded comes back')
  await checkScreen(verifier, 'proposal-answers-done')

  await verifier.goto(new URL(address).pathname)
  await verifier.getByText(say('proposal.desil')).waitFor()
  await checkScreen(verifier, 'proposal-rejected')
  assert.deepEqual(faults, [])
})
