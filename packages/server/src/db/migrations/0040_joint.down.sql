update role set permissions = array_remove(array_remove(permissions, 'joint.lead'), 'joint.join');
drop function joint_people(text, uuid);
drop table joint_target;
drop table joint_task;
drop table joint_partner;
drop table joint_programme;
