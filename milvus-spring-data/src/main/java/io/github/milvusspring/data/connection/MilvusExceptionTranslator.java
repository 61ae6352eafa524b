package io.github.milvusspring.data.connection;

import java.io.IOException;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLHandshakeException;

import io.github.milvusspring.data.wire.Operation;
import io.github.milvusspring.data.wire.ReplyStatus;
import io.milvus.shaded.io.grpc.Status;
import io.milvus.shaded.io.grpc.StatusRuntimeException;
import io.milvus.v2.exception.MilvusClientException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.dao.support.PersistenceExceptionTranslator;

/**
 * Translates errors of the server, of gRPC and of the Milvus SDK into Spring's data
 * access exceptions. It decides by the error code or the type of the exception, never by
 * the text of a message.
 */
public final class MilvusExceptionTranslator implements PersistenceExceptionTranslator {

	private static final int PARTITION_NOT_FOUND = 200;

	private static final Operation ANY = Operation.changing("The call", "");

	private final String address;

	private final boolean lite;

	/**
	 * Creates a translator.
	 * @param address the address of the server, for error messages
	 * @param lite whether the server is Milvus Lite, whose codes 1 and 6 have another
	 * meaning
	 */
	public MilvusExceptionTranslator(String address, boolean lite) {
		this.address = address;
		this.lite = lite;
	}

	@Override
	public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException ex) {
		boolean ours = ex instanceof MilvusClientException || ex instanceof StatusRuntimeException;
		return (ours && translate(ANY, ex) instanceof DataAccessException translated) ? translated : null;
	}

	/**
	 * Translates an exception of the SDK or of gRPC.
	 * @param operation the operation that failed
	 * @param ex the exception that it threw
	 * @return the exception to throw
	 */
	public RuntimeException translate(Operation operation, RuntimeException ex) {
		if (ex instanceof DataAccessException) {
			return ex;
		}
		StatusRuntimeException grpc = find(ex);
		if (grpc != null) {
			return ofGrpc(operation, grpc);
		}
		if (ex instanceof MilvusClientException client && client.getServerErrCode() != 0) {
			String words = (client.getMessage() != null) ? client.getMessage() : "";
			return ofStatus(operation,
					new ReplyStatus(client.getServerErrCode(), client.getLegacyServerCode(), words, false, false),
					client);
		}
		if (ex instanceof MilvusClientException client) {
			return new InvalidDataAccessApiUsageException(
					operation + " was refused by the Milvus client: " + client.getMessage(), ex);
		}
		return ex;
	}

	public DataAccessException translate(Operation operation, ReplyStatus status) {
		return ofStatus(operation, status, null);
	}

	/** Tells whether a call failed because something that it needs does not exist. */
	boolean isMissing(ReplyStatus status) {
		return ServerFault.of(status, this.lite, false) == ServerFault.MISSING;
	}

	/**
	 * Translates an exception from before the first reply of the server.
	 */
	RuntimeException translateConnecting(RuntimeException ex) {
		StatusRuntimeException grpc = find(ex);
		if (grpc != null) {
			switch (grpc.getStatus().getCode()) {
				case DEADLINE_EXCEEDED, INTERNAL, UNKNOWN -> {
					return unreachable(ex);
				}
				default -> {
				}
			}
		}
		return translate(Operation.changing("Connecting to Milvus at " + this.address, ""), ex);
	}

	private static Throwable root(Throwable ex) {
		Throwable root = ex;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

	private static String reason(StatusRuntimeException ex) {
		String description = ex.getStatus().getDescription();
		String reason = (description != null) ? description : ex.getStatus().getCode().name();
		String root = root(ex).getMessage();
		return (root(ex) == ex || root == null || reason.contains(root)) ? reason : reason + " " + root;
	}

	DataAccessException unreachable(Throwable cause) {
		String words = (root(cause).getMessage() != null) ? root(cause).getMessage() : cause.getMessage();
		return new MilvusUnreachableException("Cannot reach Milvus at " + this.address + ": " + words + advice(cause),
				cause);
	}

	/**
	 * Tells whether the TLS handshake failed, usually because one side refuses the
	 * certificate of the other. Waiting does not help then.
	 */
	static boolean isRefusedHandshake(Throwable ex) {
		return root(ex) instanceof GeneralSecurityException || root(ex) instanceof SSLHandshakeException;
	}

	private static String advice(Throwable cause) {
		Throwable root = root(cause);
		if (root instanceof GeneralSecurityException) {
			return ". The server's certificate is not trusted, or not for this host: name a bundle that has its"
					+ " authority in milvus.ssl.bundle";
		}
		if (root instanceof SSLHandshakeException) {
			return ". The server refuses the encryption: it may want a certificate of the client, which comes from the"
					+ " bundle in milvus.ssl.bundle";
		}
		return ". Check that it runs, that milvus.uri is right and whether it is http or https";
	}

	private static @Nullable StatusRuntimeException find(Throwable ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof StatusRuntimeException found) {
				return found;
			}
		}
		return null;
	}

	private DataAccessException ofGrpc(Operation operation, StatusRuntimeException ex) {
		Status status = ex.getStatus();
		String text = operation + " failed: " + reason(ex);
		return switch (status.getCode()) {
			case UNAVAILABLE -> unreachable(ex);
			// Without a local cause, the server cancelled the call, which it does when it
			// shuts down.
			case CANCELLED ->
				(ex.getCause() == null) ? unreachable(ex) : new NonTransientDataAccessResourceException(text, ex);
			// The transport reports this code when the connection breaks during a write.
			case UNKNOWN -> (root(ex) instanceof IOException) ? unreachable(ex)
					: new NonTransientDataAccessResourceException(text, ex);
			case DEADLINE_EXCEEDED -> new QueryTimeoutException(
					operation + " did not finish within its time-out" + afterTimeout(operation), ex);
			case UNAUTHENTICATED, PERMISSION_DENIED -> new PermissionDeniedDataAccessException(
					text + ". Check milvus.token, or milvus.username and milvus.password, and the user's roles", ex);
			case RESOURCE_EXHAUSTED -> new NonTransientDataAccessResourceException(
					text + ". The message may be too large for the server: write or read fewer rows at once", ex);
			case UNIMPLEMENTED -> new InvalidDataAccessApiUsageException(
					text + (this.lite ? ". Milvus Lite cannot do it: use Milvus standalone, a cluster or Zilliz Cloud"
							: ". This server cannot do it; a newer version may"),
					ex);
			case INVALID_ARGUMENT -> new InvalidDataAccessApiUsageException(text, ex);
			default -> new NonTransientDataAccessResourceException(text, ex);
		};
	}

	private static String afterTimeout(Operation operation) {
		return switch (operation.effect()) {
			case READ -> ": allow more time, or ask for less at once";
			case WRITE -> "; the write may have happened all the same: write it again with upsert, or allow more time";
			case DELETE -> "; the delete may have happened all the same: delete again, or allow more time";
			case CHANGE ->
				"; the server may still be at work on it: look before it is called again, or allow more time";
		};
	}

	private DataAccessException ofStatus(Operation operation, ReplyStatus status, @Nullable Throwable cause) {
		int code = status.reported();
		ServerFault fault = ServerFault.of(status, this.lite, operation.changesRows());
		MilvusServerException server = new MilvusServerException(code, status.reason(), fault.isRefusal(status), cause);
		String text = operation + " failed: " + status.reason() + " (Milvus error " + code + ")";
		return switch (fault) {
			case MISSING -> new InvalidDataAccessResourceUsageException(text + missing(code), server);
			case NOT_LOADED -> new InvalidDataAccessResourceUsageException(
					text + ". Load the collection with collection(\"...\").load(), or with ensureCollection(...)",
					server);
			case INVALID -> (operation.effect() == Operation.Effect.WRITE)
					? new DataIntegrityViolationException(text + ". Nothing of this call was written", server)
					: new InvalidDataAccessApiUsageException(text, server);
			case DENIED -> new PermissionDeniedDataAccessException(
					text + ". Check milvus.token, or milvus.username and milvus.password, and the user's roles",
					server);
			case LIMITED, BUSY -> new TransientDataAccessResourceException(text + ". Try again a little later", server);
			case OTHER -> new NonTransientDataAccessResourceException(text, server);
		};
	}

	private static String missing(int code) {
		return (code == PARTITION_NOT_FOUND) ? ". Create the partition first, with partitions(\"...\").create(...)"
				: ". Create it first, with ensureCollection(...) for the one of an entity, or collections().create(...)";
	}

}
