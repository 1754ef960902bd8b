drop function forget_messages(text, uuid);
drop table inbound_reply, inbound_message, staff_phone;
