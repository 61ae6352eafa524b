package io.github.milvusspring.data.wire.column;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one {@code FieldData} message of a reply into a column.
 */
public final class FieldDataDecoder {

	private final ProtoReader in;

	private String name = "";

	private int type;

	private boolean dynamic;

	private boolean @Nullable [] valid;

	private @Nullable ScalarFieldDecoder values;

	private final VectorFieldDecoder vectors;

	private final List<Column> structs = new ArrayList<>();

	public FieldDataDecoder(ProtoReader in) {
		this.in = in;
		this.vectors = new VectorFieldDecoder(in);
	}

	static ScalarColumn emptyScalars(FieldType type) {
		return switch (type) {
			case BOOL -> new BooleanColumn("", new boolean[0], null);
			case INT8, INT16, INT32 -> new IntColumn("", type, new int[0], null);
			case INT64 -> new LongColumn("", new long[0], null);
			case FLOAT -> new FloatColumn("", new float[0], null);
			case DOUBLE -> new DoubleColumn("", new double[0], null);
			case VARCHAR -> new StringColumn("", new @Nullable String[0], null);
			default -> throw new IllegalArgumentException("An array cannot hold " + type);
		};
	}

	public Column read(int size) throws IOException {
		long end = this.in.position() + size;
		while (this.in.position() < end) {
			int tag = this.in.tag();
			switch (tag >>> 3) {
				case 1 -> this.type = (int) this.in.varint();
				case 2 -> this.name = this.in.text();
				case 3 -> this.values = scalars(this.in.size());
				case 4 -> this.vectors.read(this.in.size());
				case 6 -> this.dynamic = this.in.varint() != 0;
				case 7 -> this.valid = ValidityDecoder.read(this.in, tag, this.valid);
				case 8 -> structs(this.in.size());
				default -> this.in.skip(tag);
			}
		}
		return column();
	}

	private Column column() throws IOException {
		FieldType known = FieldType.ofNumber(this.type);
		if (known == null) {
			throw new IOException("Field '" + this.name + "' has the Milvus type " + this.type
					+ ", which cannot be read here: leave it out of the output fields");
		}
		// The newest servers send the validity flags in the message that holds the
		// values.
		boolean @Nullable [] said = (this.valid != null) ? this.valid
				: (this.values != null) ? this.values.valid() : this.vectors.valid();
		boolean @Nullable [] nulls = ValidityDecoder.ofNulls(said);
		if (known == FieldType.ARRAY_OF_STRUCT) {
			return new StructArrayColumn(this.name, this.structs.isEmpty() ? 0 : this.structs.get(0).rows(),
					this.structs);
		}
		if (known.isVector() || known == FieldType.ARRAY_OF_VECTOR) {
			return this.vectors.column(this.name, known, nulls);
		}
		ScalarFieldDecoder found = (this.values != null) ? this.values : new ScalarFieldDecoder(this.in);
		return found.column(this.name, known, nulls, this.dynamic);
	}

	private void structs(int size) throws IOException {
		long end = this.in.position() + size;
		while (this.in.position() < end) {
			int tag = this.in.tag();
			if (tag >>> 3 == 1) {
				this.structs.add(new FieldDataDecoder(this.in).read(this.in.size()));
			}
			else {
				this.in.skip(tag);
			}
		}
	}

	private ScalarFieldDecoder scalars(int size) throws IOException {
		long end = this.in.position() + size;
		ScalarFieldDecoder result = new ScalarFieldDecoder(this.in);
		while (this.in.position() < end) {
			result.read(this.in.tag());
		}
		return result;
	}

}
