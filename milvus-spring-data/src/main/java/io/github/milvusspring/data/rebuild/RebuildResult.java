package io.github.milvusspring.data.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * What came of a rebuild.
 *
 * @param alias the alias
 * @param oldCollection the collection that the alias stood for, which is still there to
 * go back to or to drop; {@code null} when there was none or nothing had to be done
 * @param newCollection the collection that the alias stands for
 * @param rowsCopied the rows copied by this call, 0 when nothing had to be done
 */
public record RebuildResult(String alias, @Nullable String oldCollection, String newCollection, long rowsCopied) {
}
