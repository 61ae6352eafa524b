package io.github.milvusspring.data.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * The result of a rebuild.
 *
 * @param alias the alias
 * @param oldCollection the collection to which the alias pointed before; it still exists,
 * so that the application can switch back to it or drop it. {@code null} if there was
 * none or no rebuild was necessary
 * @param newCollection the collection to which the alias points now
 * @param rowsCopied the number of rows copied by this call, 0 if no rebuild was necessary
 */
public record RebuildResult(String alias, @Nullable String oldCollection, String newCollection, long rowsCopied) {
}
