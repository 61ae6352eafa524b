package io.github.milvusspring.data.wire;

import java.io.IOException;

import io.milvus.shaded.io.grpc.MethodDescriptor;

/**
 * A {@code Flush}: the server puts the rows that it has in memory into its files.
 *
 * @param collection the collection
 */
public record FlushRequest(String collection) implements Request<FlushReply> {

	@Override
	public int encodedSize() {
		return ProtoWriter.textSize(this.collection);
	}

	@Override
	public void writeTo(ProtoWriter out) throws IOException {
		out.text(3, this.collection);
	}

	@Override
	public MethodDescriptor<Request<?>, FlushReply> method() {
		return MilvusMethods.FLUSH;
	}

	@Override
	public Action action() {
		return Action.of("Flush", this.collection);
	}

}
