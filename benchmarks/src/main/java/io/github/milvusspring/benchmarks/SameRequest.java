package io.github.milvusspring.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.google.protobuf.InvalidProtocolBufferException;
import io.milvus.grpc.FieldData;
import io.milvus.grpc.InsertRequest;
import io.milvus.grpc.ScalarField;
import io.milvus.grpc.UpsertRequest;
import io.milvus.grpc.VectorField;

/**
 * Checks that what the server receives from us is what it receives from the SDK, field by
 * field.
 */
final class SameRequest {

	private SameRequest() {
	}

	static byte[] check(Clients clients, List<Doc> docs) throws InvalidProtocolBufferException {
		clients.upsertRows(docs);
		byte[] theirs = clients.send(NothingServer.LAST_WRITE, new byte[0]);
		clients.template().upsertAll(docs);
		byte[] ours = clients.send(NothingServer.LAST_WRITE, new byte[0]);
		checkUpsert(ours, theirs);
		return ours;
	}

	static void checkUpsert(byte[] ours, byte[] theirs) throws InvalidProtocolBufferException {
		UpsertRequest expected = UpsertRequest.parseFrom(theirs);
		UpsertRequest found = UpsertRequest.parseFrom(ours);
		boolean same = expected.getCollectionName().equals(found.getCollectionName())
				&& expected.getNumRows() == found.getNumRows()
				&& expected.getPartitionName().equals(found.getPartitionName())
				&& expected.getPartialUpdate() == found.getPartialUpdate()
				&& expected.getBase().getMsgType() == found.getBase().getMsgType()
				&& fields(expected.getFieldsDataList()).equals(fields(found.getFieldsDataList()));
		if (!same) {
			throw new IllegalStateException("We send another request");
		}
	}

	// Spring AI's store inserts, has a collection of its own shape and keys that are
	// texts.
	static void checkInsert(byte[] ours, byte[] theirs) throws InvalidProtocolBufferException {
		InsertRequest expected = InsertRequest.parseFrom(theirs);
		UpsertRequest found = UpsertRequest.parseFrom(ours);
		Map<String, FieldData> fields = fields(expected.getFieldsDataList());
		Map<String, FieldData> columns = fields(found.getFieldsDataList());
		boolean same = expected.getNumRows() == found.getNumRows()
				&& vectors(fields, "embedding").equals(vectors(columns, "embedding"))
				&& scalars(fields, "content").equals(scalars(columns, "title"))
				&& scalars(fields, "metadata").getJsonData().getDataCount() == found.getNumRows();
		if (!same) {
			throw new IllegalStateException("We send other rows");
		}
	}

	private static VectorField vectors(Map<String, FieldData> fields, String name) {
		return Objects.requireNonNull(fields.get(name)).getVectors();
	}

	private static ScalarField scalars(Map<String, FieldData> fields, String name) {
		return Objects.requireNonNull(fields.get(name)).getScalars();
	}

	private static Map<String, FieldData> fields(List<FieldData> all) {
		Map<String, FieldData> fields = new TreeMap<>();
		for (FieldData field : all) {
			fields.put(field.getFieldName(), field);
		}
		return fields;
	}

}
