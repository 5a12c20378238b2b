select activity_id, content_hash
from activity;
