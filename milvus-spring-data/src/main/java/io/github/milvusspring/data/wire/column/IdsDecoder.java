package io.github.milvusspring.data.wire.column;

import java.io.IOException;

import io.github.milvusspring.data.model.FieldType;

/**
 * Decodes the {@code IDs} message of a reply, which holds primary keys.
 */
public final class IdsDecoder {

	private IdsDecoder() {
	}

	public static ScalarColumn read(ProtoReader in, int size) throws IOException {
		long end = in.position() + size;
		ScalarColumn keys = none();
		while (in.position() < end) {
			int tag = in.tag();
			ScalarFieldDecoder values = new ScalarFieldDecoder(in);
			if (tag >>> 3 == 1) {
				values.slot(3, in.size());
				keys = values.column("", FieldType.INT64, null, false);
			}
			else if (tag >>> 3 == 2) {
				values.slot(6, in.size());
				keys = values.column("", FieldType.VARCHAR, null, false);
			}
			else {
				in.skip(tag);
			}
		}
		return keys;
	}

	public static ScalarColumn none() {
		return new LongColumn("", new long[0], null);
	}

}
