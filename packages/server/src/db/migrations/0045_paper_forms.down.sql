drop function public_form(text, text, int, bytea);
drop table paper_form, form_batch;
