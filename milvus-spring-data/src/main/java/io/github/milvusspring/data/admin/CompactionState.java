package io.github.milvusspring.data.admin;

/**
 * How far a compaction has come.
 *
 * @param completed whether it has ended
 * @param executing how many of its plans are under way
 * @param done how many of its plans have ended
 * @param timedOut how many of its plans took too long
 */
public record CompactionState(boolean completed, long executing, long done, long timedOut) {
}
