/**
 * Serves searches over HTTP.
 */
@NullMarked
package io.github.milvusspring.sample.web;

import org.jspecify.annotations.NullMarked;
