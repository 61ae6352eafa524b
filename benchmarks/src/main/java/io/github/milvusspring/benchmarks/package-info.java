/**
 * Measures what the mapping costs, beside the SDK, pymilvus and the bare wire.
 */
@NullMarked
package io.github.milvusspring.benchmarks;

import org.jspecify.annotations.NullMarked;
