drop function public_proposals(text, uuid, bytea);
