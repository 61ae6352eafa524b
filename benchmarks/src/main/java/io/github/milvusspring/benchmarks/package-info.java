/**
 * Measures what the mapping costs, beside the SDK, pymilvus and the bare wire.
 *
 * <p>
 * Not null-marked: JMH sets the fields of a state in its set-up.
 */
package io.github.milvusspring.benchmarks;
