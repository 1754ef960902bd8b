import type { IRegularForbiddenRuleType } from 'dependency-cruiser'

const tests = String.raw`\.test\.tsx?$|/(testing|fixtures)/`
const core = '^packages/core/src/'
const schemaLibrary = ['(^|node_modules/)zod(/|$)']
const serverFeature = '^packages/server/src/features/'
const webFeature = '^packages/web/src/features/'
// Each face (desk, public, field) has its own main and routes, in a few tables where one would be too long, the public
// one its renderer.
const meetingPlace = [
  String.raw`^packages/web/src/(routes|main|render)[^/]*\.tsx?$`,
  String.raw`^packages/web/src/[^/]+/(routes|main|render)[^/]*\.tsx?$`,
  String.raw`^packages/web/src/(desk|field|public)/[a-z]+-routes\.tsx$`,
]

/**
 * The laws that can be told from imports alone (architecture, section 2), as dependency-cruiser reads them.
 * `comment` ends the sentence "<file> imports <other>: ...". What needs the file's content is in `scan.ts`.
 */
export const importRules: readonly IRegularForbiddenRuleType[] = [
  rule('1-core-is-pure', 'core imports only core and the schema library', {
    from: { path: core, pathNot: tests },
    to: { pathNot: [core, ...schemaLibrary] },
  }),
  rule('1-core-tests', 'tests of core use core, the schema library, fast-check and Node itself', {
    from: { path: `${core}.*(${tests})` },
    to: { pathNot: [core, ...schemaLibrary, '(^|node_modules/)fast-check(/|$)'], dependencyTypesNot: ['core'] },
  }),
  rule('2-web-and-server-never-meet', 'web and server speak through core/contract only', {
    from: { path: '^packages/(web|server)/' },
    to: { path: '^packages/(web|server)/', pathNot: '^packages/$1/' },
  }),
  rule('2-packages-stand-alone', 'packages know nothing of the tests, benches and tools around them', {
    from: { path: '^packages/' },
    to: { path: '^(e2e|bench|tools)/' },
  }),
  rule(
    '2-guests-use-the-front',
    'e2e, bench and tools use core, server/platform, what starts the server, and doors of features',
    {
      // Phones of a chaos run are the app's own code against a server that dies: they go in by the workshop.
      from: { path: '^(e2e|bench|tools)/', pathNot: '^e2e/chaos/' },
      to: {
        path: '^packages/',
        pathNot: [
          core,
          '^packages/server/src/platform/',
          String.raw`^packages/server/src/[^/]+\.ts$`,
          String.raw`${serverFeature}[^/]+/index\.ts$`,
        ],
      },
    },
  ),
  rule('3-platform-knows-no-feature', 'platform and ui know no business', {
    from: { path: ['^packages/server/src/platform/', '^packages/web/src/(platform|ui)/'], pathNot: tests },
    to: { path: [serverFeature, webFeature] },
  }),
  rule('4-server-features-have-a-door', 'another feature is entered through its index.ts', {
    from: { path: `${serverFeature}([^/]+)/`, pathNot: tests },
    to: { path: serverFeature, pathNot: [`${serverFeature}$1/`, String.raw`${serverFeature}[^/]+/index\.ts$`] },
  }),
  rule('4-web-features-meet-in-routes', 'web features meet only in routes and main', {
    from: { path: `${webFeature}([^/]+)/`, pathNot: tests },
    to: { path: webFeature, pathNot: `${webFeature}$1/` },
  }),
  rule('4-only-routes-know-features', 'only routes and main know the features', {
    from: {
      path: '^packages/web/src/',
      pathNot: [webFeature, ...meetingPlace, '^packages/web/src/(platform|ui)/', tests],
    },
    to: { path: webFeature },
  }),
  rule(
    '4-faces-load-their-own-code',
    'each face loads only its own code; what two faces share lives in ui, platform or a feature',
    {
      from: { path: '^packages/web/src/(desk|field|public)/', pathNot: tests },
      to: { path: '^packages/web/src/(desk|field|public)/', pathNot: '^packages/web/src/$1/' },
    },
  ),
  rule('6-no-cycles', 'files that import each other in a circle can only be read together', {
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  }),
  rule('8-nobody-imports-tests', 'tests are read by the test runner only', {
    from: {},
    to: { path: String.raw`\.test\.tsx?$` },
  }),
  rule('8-imports-resolve', 'it names a file or package that is not there', {
    from: {},
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  }),
]

function rule(
  name: string,
  comment: string,
  sides: Pick<IRegularForbiddenRuleType, 'from' | 'to'>,
): IRegularForbiddenRuleType {
  return { name, comment, severity: 'error', ...sides }
}
