package io.github.milvusspring.data.wire;

import io.milvus.grpc.GetVersionRequest;
import io.milvus.grpc.GetVersionResponse;
import io.milvus.grpc.MilvusServiceGrpc;

/**
 * The calls about the server itself.
 */
public final class ServerRequests {

	private ServerRequests() {
	}

	/** {@code GetVersion}. */
	public static AdministrationRequest<String> version() {
		return AdministrationRequest.of(Operation.reading("GetVersion", ""), MilvusServiceGrpc.getGetVersionMethod(),
				GetVersionRequest.getDefaultInstance(), (reply) -> ReplyStatus.of(reply.getStatus()),
				GetVersionResponse::getVersion);
	}

}
