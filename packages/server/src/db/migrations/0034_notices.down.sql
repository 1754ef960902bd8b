drop table push_subscription, staff_notice, notice_way, notice_delivery, notice, notice_cursor;
alter table cases drop column contact_care;
