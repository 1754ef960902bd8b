drop function enqueue(text, json, timestamptz, text);
drop function public_case(text, text, bytea);
drop function at_ms(timestamptz);
