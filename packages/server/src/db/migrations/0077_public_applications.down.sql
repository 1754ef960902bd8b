drop function public_applications(text, uuid, bytea);
