drop index office_in_order;
