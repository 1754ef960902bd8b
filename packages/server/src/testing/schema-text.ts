import type { Client } from 'pg'

/** Everything about a schema that a migration can change, one line each, in an order that does not depend on when it was made. */
const questions = [
  `select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || coalesce(udt_name, '') || ' null=' || is_nullable || ' default=' || coalesce(column_default, '-') || ' collate=' || coalesce(collation_name, '-') || ' at ' || ordinal_position
    from information_schema.columns where table_schema = 'public'`,
  `select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace`,
  `select 'index ' || indexdef from pg_indexes where schemaname = 'public'`,
  `select 'policy ' || tablename || ' ' || policyname || ' ' || cmd || ' to ' || roles::text || ' using ' || coalesce(qual, '-') || ' check ' || coalesce(with_check, '-') from pg_policies where schemaname = 'public'`,
  `select 'wall ' || relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  `select 'grant ' || c.relname || ' ' || coalesce(a.grantee::regrole::text, '') || ' ' || a.privilege_type from pg_class c, aclexplode(c.relacl) a where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner`,
  `select 'column grant ' || c.relname || '.' || t.attname || ' ' || a.grantee::regrole || ' ' || a.privilege_type from pg_attribute t join pg_class c on c.oid = t.attrelid, aclexplode(t.attacl) a where c.relnamespace = 'public'::regnamespace`,
  `select 'function ' || p.oid::regprocedure || ' ' || md5(pg_get_functiondef(p.oid)) || ' acl ' || coalesce((select string_agg(x, ' ' order by x) from unnest(p.proacl::text[]) x), '-') from pg_proc p where p.pronamespace = 'public'::regnamespace`,
  `select 'comment ' || objoid::regclass || '.' || objsubid || ' ' || description from pg_description where classoid = 'pg_class'::regclass and objoid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`,
  `select 'trigger ' || tgrelid::regclass || ' ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`,
  `select 'type ' || typname || ' ' || typtype::text from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')`,
  `select 'schema grant ' || a.grantee::regrole || ' ' || a.privilege_type from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = 'public' and a.grantee <> 0 and a.grantee <> n.nspowner`,
]

/** The schema as sorted lines: two databases with the same lines have the same schema. */
export async function schemaText(client: Client): Promise<readonly string[]> {
  const lines: string[] = []
  for (const text of questions) {
    const { rows } = await client.query<string[]>({ text, rowMode: 'array' })
    lines.push(...rows.map(([line]) => line ?? ''))
  }
  return lines.toSorted()
}
