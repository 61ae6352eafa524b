package io.github.milvusspring.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.google.protobuf.InvalidProtocolBufferException;
import io.milvus.grpc.FieldData;
import io.milvus.grpc.UpsertRequest;

/**
 * Checks that what the server receives from us is what it receives from the SDK, field by
 * field.
 */
final class SameRequest {

	private SameRequest() {
	}

	static byte[] check(Clients clients, List<Doc> docs) throws InvalidProtocolBufferException {
		clients.upsertRows(docs);
		byte[] theirs = clients.send(NothingServer.LAST_UPSERT, new byte[0]);
		clients.template().upsertAll(docs);
		byte[] ours = clients.send(NothingServer.LAST_UPSERT, new byte[0]);
		UpsertRequest expected = UpsertRequest.parseFrom(theirs);
		UpsertRequest found = UpsertRequest.parseFrom(ours);
		boolean same = expected.getCollectionName().equals(found.getCollectionName())
				&& expected.getNumRows() == found.getNumRows()
				&& expected.getPartitionName().equals(found.getPartitionName())
				&& expected.getPartialUpdate() == found.getPartialUpdate()
				&& expected.getBase().getMsgType() == found.getBase().getMsgType()
				&& fields(expected).equals(fields(found));
		if (!same) {
			throw new IllegalStateException("We send another request than the SDK");
		}
		return ours;
	}

	private static Map<String, FieldData> fields(UpsertRequest request) {
		Map<String, FieldData> fields = new TreeMap<>();
		for (FieldData field : request.getFieldsDataList()) {
			fields.put(field.getFieldName(), field);
		}
		return fields;
	}

}
