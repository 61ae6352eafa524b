package io.github.milvusspring.data.wire.column;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A column of arrays of scalars.
 */
public final class ArrayColumn extends ScalarColumn {

	private final FieldType elementType;

	private final @Nullable ScalarColumn[] values;

	/**
	 * Creates a column.
	 * @param name the field's name
	 * @param elementType the type of the elements
	 * @param values the elements of each row, {@code null} where the row is null or its
	 * array is empty
	 * @param valid which rows have a value, {@code null} when all have
	 */
	public ArrayColumn(String name, FieldType elementType, @Nullable ScalarColumn[] values,
			boolean @Nullable [] valid) {
		super(name, FieldType.ARRAY, values.length, valid);
		this.elementType = elementType;
		this.values = values;
	}

	/**
	 * Returns the type of the elements.
	 * @return the type
	 */
	public FieldType elementType() {
		return this.elementType;
	}

	/**
	 * Returns the elements of a row.
	 * @param row the row, from 0
	 * @return the elements, of which some may be null on the newest servers; {@code null}
	 * when the row is null
	 */
	public @Nullable List<Object> get(int row) {
		return isNull(row) ? null : list(row);
	}

	/**
	 * Returns the elements of a row without boxing them.
	 * @param row the row, from 0
	 * @return a column of the elements, empty when the row is null
	 */
	public ScalarColumn elements(int row) {
		ScalarColumn elements = this.values[row];
		return (elements != null) ? elements : empty();
	}

	@Override
	Object box(int row) {
		return list(row);
	}

	@SuppressWarnings("NullAway") // only the newest servers have elements that are null
	private List<Object> list(int row) {
		ScalarColumn elements = elements(row);
		List<Object> list = new ArrayList<>(elements.rows());
		for (int i = 0; i < elements.rows(); i++) {
			list.add(elements.value(i));
		}
		return list;
	}

	@Override
	public Column select(int[] selected) {
		@Nullable ScalarColumn[] result = new @Nullable ScalarColumn[selected.length];
		for (int i = 0; i < selected.length; i++) {
			result[i] = this.values[selected[i]];
		}
		return new ArrayColumn(name(), this.elementType, result, selectValid(selected));
	}

	@Override
	int computeArraySize() {
		int size = 1 + ProtoWriter.varintSize(this.elementType.number());
		for (int row = 0; row < this.values.length; row++) {
			size += isNull(row) ? 0 : ProtoWriter.messageSize(elementSize(row));
		}
		return size;
	}

	private int elementSize(int row) {
		return elements(row).bodySize();
	}

	// An empty array is sent as an empty list of its element type, so that the server
	// knows the type.
	private ScalarColumn empty() {
		return FieldDataDecoder.emptyScalars(this.elementType);
	}

	@Override
	void writeArray(ProtoWriter out) throws IOException {
		for (int row = 0; row < this.values.length; row++) {
			if (!isNull(row)) {
				out.header(1, elementSize(row));
				elements(row).writeBody(out);
			}
		}
		out.varintField(2, this.elementType.number());
	}

}
