-- bury keeps a dead letter.
-- KEYS 1 dead letters
-- ARGV 1 time · 2 dead letter
-- Returns 1

append(KEYS[1], 100, ARGV[1], ARGV[2])
return 1
