package io.github.milvusspring.data.connection;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.milvus.grpc.ErrorCode;
import io.milvus.grpc.Status;
import io.milvus.shaded.io.grpc.CallOptions;
import io.milvus.shaded.io.grpc.Channel;
import io.milvus.shaded.io.grpc.ClientCall;
import io.milvus.shaded.io.grpc.ClientInterceptor;
import io.milvus.shaded.io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.milvus.shaded.io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.milvus.shaded.io.grpc.Metadata;
import io.milvus.shaded.io.grpc.MethodDescriptor;

/**
 * Replaces legacy error codes that the SDK does not know by {@code UnexpectedError}, so
 * that the SDK reports the reason of the server instead of failing on the unknown code.
 */
final class ServerReasonInterceptor implements ClientInterceptor {

	@Override
	public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
		return new SimpleForwardingClientCall<>(next.newCall(method, options)) {

			@Override
			public void start(Listener<R> listener, Metadata headers) {
				super.start(new SimpleForwardingClientCallListener<>(listener) {

					@Override
					public void onMessage(R message) {
						super.onMessage(readable(message));
					}

				}, headers);
			}

		};
	}

	@SuppressWarnings("unchecked")
	private static <R> R readable(R message) {
		if (message instanceof Status status) {
			return (R) readable(status);
		}
		if (message instanceof Message reply) {
			FieldDescriptor field = reply.getDescriptorForType().findFieldByName("status");
			if (field != null && reply.getField(field) instanceof Status status && unknown(status)) {
				return (R) reply.toBuilder().setField(field, readable(status)).build();
			}
		}
		return message;
	}

	@SuppressWarnings("deprecation")
	private static boolean unknown(Status status) {
		return status.getErrorCode() == ErrorCode.UNRECOGNIZED;
	}

	@SuppressWarnings("deprecation")
	private static Status readable(Status status) {
		if (!unknown(status)) {
			return status;
		}
		int code = (status.getCode() != 0) ? status.getCode() : status.getErrorCodeValue();
		return status.toBuilder().setErrorCode(ErrorCode.UnexpectedError).setCode(code).build();
	}

}
