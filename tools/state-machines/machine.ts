/** A law of moves as a picture needs it: where one may go from where, by which move, and who may make it. */
export interface Machine {
  readonly title: string
  readonly source: string
  readonly states: readonly { readonly code: string; readonly name: string }[]
  readonly begins: { readonly move: string; readonly who: string; readonly at: string }
  readonly moves: readonly Move[]
}

export interface Move {
  readonly name: string
  /** States from which, and for each the ones to which it leads: more than one where it leads back. */
  readonly ways: readonly (readonly [from: string, to: string])[]
  readonly who: string
  /** What else the table of the law says of it, column by column. */
  readonly more: readonly string[]
}

/** The document of a machine: a Mermaid diagram of the moves that lead from state to state, then every move in a table. */
export function documentOf(machine: Machine, columns: readonly string[]): string {
  return [
    `# ${machine.title}`,
    '',
    `Drawn from \`${machine.source}\` by \`node tools/draw-state-machines.ts\`. Change the law, not this page.`,
    '',
    '```mermaid',
    ...diagramOf(machine),
    '```',
    '',
    ...tableOf(machine, columns),
    '',
  ].join('\n')
}

function diagramOf({ states, begins, moves }: Machine): readonly string[] {
  const used = states.filter(({ code }) => moves.some(({ ways }) => ways.some((way) => way.includes(code))))
  const left = new Set(moves.flatMap(({ ways }) => ways.filter(([from, to]) => from !== to).map(([from]) => from)))
  return [
    'stateDiagram-v2',
    ...used.map(({ code, name }) => `  state "${name}" as ${idOf(code)}`),
    `  [*] --> ${idOf(begins.at)} : ${begins.move} (${begins.who})`,
    ...edgesOf(moves),
    ...used.filter(({ code }) => !left.has(code)).map(({ code }) => `  ${idOf(code)} --> [*]`),
  ]
}

// Moves between the same two states share an arrow: the picture stays readable, the table below has each by itself.
function edgesOf(moves: readonly Move[]): readonly string[] {
  const labels = new Map<string, string[]>()
  for (const { name, ways, who } of moves) {
    for (const [from, to] of ways.filter(([before, after]) => before !== after)) {
      const edge = `  ${idOf(from)} --> ${idOf(to)}`
      labels.set(edge, [...(labels.get(edge) ?? []), `${name} (${who})`])
    }
  }
  return [...labels].map(([edge, names]) => `${edge} : ${names.join('<br>')}`)
}

function tableOf({ states, moves }: Machine, columns: readonly string[]): readonly string[] {
  const nameOf = (state: string): string => states.find(({ code }) => code === state)?.name ?? state
  const listed = (codes: readonly string[]): string => [...new Set(codes)].map(nameOf).join(', ')
  const rows = moves.map(({ name, ways, who, more }) => {
    const stays = ways.every(([from, to]) => from === to)
    const to = stays && ways.length > 1 ? 'stays' : listed(ways.map(([, after]) => after))
    return [name, listed(ways.map(([from]) => from)), to, who, ...more]
  })
  const heads = ['Move', 'From', 'To', 'Who may', ...columns]
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
}

const idOf = (code: string): string => code.replaceAll('-', '_')
