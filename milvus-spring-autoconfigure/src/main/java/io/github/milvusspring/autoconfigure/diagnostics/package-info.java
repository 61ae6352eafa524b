/**
 * Says in words why an application did not start.
 */
@NullMarked
package io.github.milvusspring.autoconfigure.diagnostics;

import org.jspecify.annotations.NullMarked;
