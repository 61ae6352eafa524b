package io.github.milvusspring.data.execution;

import java.util.AbstractList;

import io.github.milvusspring.data.wire.column.Column;

/**
 * A list view of the keys of a reply that boxes each key only when it is read.
 */
final class LazyKeys extends AbstractList<Object> {

	private final Column keys;

	LazyKeys(Column keys) {
		this.keys = keys;
	}

	@Override
	public Object get(int index) {
		if (index < 0 || index >= this.keys.rows()) {
			throw new IndexOutOfBoundsException(index);
		}
		Object key = this.keys.value(index);
		return (key != null) ? key : "";
	}

	@Override
	public int size() {
		return this.keys.rows();
	}

}
