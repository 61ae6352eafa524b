/**
 * Writes and reads JSON fields with Jackson 2 or Jackson 3.
 */
@NullMarked
package io.github.milvusspring.data.convert.json;

import org.jspecify.annotations.NullMarked;
