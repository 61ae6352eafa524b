package io.github.milvusspring.data.admin;

/**
 * The progress of a compaction.
 *
 * @param completed whether the compaction has ended
 * @param executing the number of its plans that are being executed
 * @param done the number of its plans that have ended
 * @param timedOut the number of its plans that timed out
 */
public record CompactionState(boolean completed, long executing, long done, long timedOut) {
}
