// Says in one sentence what is wrong when the Node.js that runs us is too old. Plain script: it must run on any Node.js.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `OpenSLRT needs Node.js 24 or newer, and this is ${process.version}. On Linux (x64, arm64) "npm ci" brings it along: ` +
      'run "npm ci" without leaving out optional packages, then "npm start". Elsewhere, install Node.js 24 from nodejs.org.',
  )
  process.exit(1)
}
