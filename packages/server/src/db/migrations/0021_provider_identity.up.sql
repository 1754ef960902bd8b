-- expand: an account may be connected to an identity at the provider that the installation names, by its owner.
create table provider_identity (
  issuer text not null,
  subject text not null,
  staff uuid not null references staff (id),
  connected_at timestamptz not null,
  primary key (issuer, subject),
  unique (issuer, staff)
);
comment on table provider_identity is 'Which identity at an OpenID Connect provider signs in to which account. Connected by the owner of the account; never made by signing in.';

grant select, insert, delete on provider_identity to openslrt_api;
