/**
 * Explains to the user why an application did not start and what to do.
 */
@NullMarked
package io.github.milvusspring.autoconfigure.diagnostics;

import org.jspecify.annotations.NullMarked;
