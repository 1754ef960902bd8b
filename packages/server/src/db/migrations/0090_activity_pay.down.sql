drop table activity_pay;
