package io.github.milvusspring.data.connection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.wire.Operation;
import io.github.milvusspring.data.wire.ReplyStatus;
import io.milvus.grpc.ClientInfo;
import io.milvus.grpc.ConnectRequest;
import io.milvus.grpc.ConnectResponse;
import io.milvus.grpc.GetVersionRequest;
import io.milvus.grpc.ListDatabasesRequest;
import io.milvus.grpc.MilvusServiceGrpc;
import io.milvus.shaded.io.grpc.Channel;
import io.milvus.shaded.io.grpc.Deadline;
import io.milvus.shaded.io.grpc.Status;
import io.milvus.shaded.io.grpc.StatusRuntimeException;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.TransientDataAccessException;

/**
 * The first calls of a connection: is a server there, which one, and has it the database?
 */
final class Handshake {

	private static final String LITE = "milvus_lite";

	private static final int NO_DATABASE = 800;

	private final ConnectionSettings settings;

	private final Channel channel;

	private final Deadline deadline;

	Handshake(ConnectionSettings settings, Channel channel) {
		this.settings = settings;
		this.channel = channel;
		this.deadline = Deadline.after(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
	}

	/**
	 * Waits up to the connect time-out for a server that is still starting.
	 */
	MilvusServer server() {
		ConnectResponse response = connect();
		boolean lite = response.getServerInfo().getBuildTags().contains(LITE);
		String version = response.getServerInfo().getBuildTags();
		checkDatabase();
		return new MilvusServer((lite || version.isBlank()) ? version() : version, lite);
	}

	private ConnectResponse connect() {
		ConnectRequest request = ConnectRequest.newBuilder()
			.setClientInfo(ClientInfo.newBuilder().setSdkType("Java").setUser("").setHost(""))
			.build();
		RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
			.maxRetries(Long.MAX_VALUE)
			.timeout(this.settings.connectTimeout())
			.delay(Duration.ofMillis(100))
			.multiplier(1.5)
			.maxDelay(Duration.ofSeconds(1))
			.predicate(Handshake::mayPass)
			.build());
		try {
			return retry.execute(() -> {
				ConnectResponse response = MilvusServiceGrpc.newBlockingStub(this.channel)
					.withDeadline(this.deadline)
					.connect(request);
				ReplyStatus status = ReplyStatus.of(response.getStatus());
				if (status.failed()) {
					throw refused(status);
				}
				return response;
			});
		}
		catch (RetryException ex) {
			RuntimeException failure = whatSaysMost(ex);
			if (failure instanceof TransientDataAccessException) {
				throw new MilvusUnreachableException("Milvus at " + this.settings.address() + " is not ready: "
						+ failure.getMessage() + ", or allow more time in milvus.connect-timeout", failure);
			}
			throw failure;
		}
	}

	// A server that is still starting says so, which passes; other refusals do not.
	private static boolean mayPass(Throwable ex) {
		if (ex instanceof StatusRuntimeException status) {
			return status.getStatus().getCode() == Status.Code.UNAVAILABLE
					&& !MilvusExceptionTranslator.isRefusedHandshake(status);
		}
		return ex instanceof TransientDataAccessException;
	}

	private DataAccessException refused(ReplyStatus status) {
		if (status.code() == NO_DATABASE && this.settings.database() != null) {
			return new InvalidDataAccessResourceUsageException(
					"Database '" + this.settings.database() + "' does not exist at " + this.settings.address()
							+ ": create it or set milvus.database to another (" + status.reason() + ")");
		}
		Operation operation = Operation.changing("Connecting to Milvus at " + this.settings.address(), "");
		return new MilvusExceptionTranslator(this.settings.address(), false).translate(operation, status);
	}

	/**
	 * Chooses the failure to report: an attempt that had no time left says less than the
	 * one before it.
	 */
	private static RuntimeException whatSaysMost(RetryException ex) {
		Throwable last = ex.getCause();
		Throwable[] earlier = ex.getSuppressed();
		boolean late = last instanceof StatusRuntimeException status
				&& status.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED;
		Throwable most = (late && earlier.length > 0) ? earlier[earlier.length - 1] : last;
		return (most instanceof RuntimeException failure) ? failure : new IllegalStateException(most);
	}

	private String version() {
		return MilvusServiceGrpc.newBlockingStub(this.channel)
			.withDeadline(this.deadline)
			.getVersion(GetVersionRequest.getDefaultInstance())
			.getVersion();
	}

	private void checkDatabase() {
		if (this.settings.database() == null) {
			return;
		}
		List<String> databases = databases();
		if (!databases.isEmpty() && !databases.contains(this.settings.database())) {
			throw new InvalidDataAccessResourceUsageException(
					"Database '" + this.settings.database() + "' does not exist at " + this.settings.address()
							+ ", which has " + databases + ": create it or set milvus.database to one of these");
		}
	}

	/**
	 * Lists the databases, of which there is at least one: none are listed to users who
	 * may use theirs, but not know of others.
	 */
	private List<String> databases() {
		try {
			return MilvusServiceGrpc.newBlockingStub(this.channel)
				.withDeadline(this.deadline)
				.listDatabases(ListDatabasesRequest.getDefaultInstance())
				.getDbNamesList();
		}
		catch (StatusRuntimeException ex) {
			if (ex.getStatus().getCode() == Status.Code.PERMISSION_DENIED) {
				return List.of();
			}
			throw ex;
		}
	}

}
