drop table post_area;
