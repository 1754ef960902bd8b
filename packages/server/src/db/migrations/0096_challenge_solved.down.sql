drop function challenge_solved(text, text, text, text);
drop index challenge_solved_by;
