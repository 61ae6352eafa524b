package io.github.milvusspring.data.wire;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.milvusspring.data.mapping.MilvusServer;
import io.milvus.grpc.ClientInfo;
import io.milvus.grpc.ConnectRequest;
import io.milvus.grpc.ConnectResponse;
import io.milvus.grpc.GetVersionRequest;
import io.milvus.grpc.ListDatabasesRequest;
import io.milvus.grpc.MilvusServiceGrpc;
import io.milvus.shaded.io.grpc.Channel;
import io.milvus.shaded.io.grpc.ClientInterceptors;
import io.milvus.shaded.io.grpc.Deadline;
import io.milvus.shaded.io.grpc.ManagedChannel;
import io.milvus.shaded.io.grpc.Status;
import io.milvus.shaded.io.grpc.StatusRuntimeException;
import io.milvus.v2.client.MilvusClientV2;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * An open connection to one database of a Milvus server: one channel for rows and for
 * administration.
 */
public final class MilvusConnection implements AutoCloseable {

	private static final String LITE = "milvus_lite";

	private final ConnectionSettings settings;

	private final ManagedChannel channel;

	private final MilvusServer server;

	private final MilvusExceptionTranslator translator;

	private final MilvusCalls calls;

	private final SchemaCalls schemaCalls;

	private final MilvusClientV2 client;

	private MilvusConnection(ConnectionSettings settings, ManagedChannel channel, MilvusServer server) {
		this.settings = settings;
		this.channel = channel;
		this.server = server;
		this.translator = new MilvusExceptionTranslator(settings.address(), server.lite());
		this.calls = new MilvusCalls(channel, this.translator, server);
		this.schemaCalls = new SchemaCalls(channel, this.translator);
		Channel administration = ClientInterceptors.intercept(channel, new ServerReasonInterceptor());
		String database = settings.database();
		this.client = new SharedChannelClient(administration, (database != null) ? database : "default");
	}

	/**
	 * Connects, waiting up to the connect time-out for a server that is still starting.
	 * @param settings where the server is
	 * @return the open connection
	 * @throws MilvusUnreachableException when no server answers in time
	 * @throws org.springframework.dao.PermissionDeniedDataAccessException when the
	 * credentials are refused
	 * @throws InvalidDataAccessResourceUsageException when the database is not there
	 */
	public static MilvusConnection open(ConnectionSettings settings) {
		ManagedChannel channel = MilvusChannels.open(settings);
		try {
			Deadline deadline = Deadline.after(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
			ConnectResponse response = connect(channel, settings, deadline);
			boolean lite = response.getServerInfo().getBuildTags().contains(LITE);
			String version = lite ? version(channel, deadline) : response.getServerInfo().getBuildTags();
			checkDatabase(channel, settings, deadline);
			return new MilvusConnection(settings, channel, new MilvusServer(version, lite));
		}
		catch (RuntimeException ex) {
			channel.shutdownNow();
			throw new MilvusExceptionTranslator(settings.address(), false).translateConnecting(ex);
		}
	}

	private static ConnectResponse connect(Channel channel, ConnectionSettings settings, Deadline deadline) {
		ConnectRequest request = ConnectRequest.newBuilder()
			.setClientInfo(ClientInfo.newBuilder().setSdkType("Java").setUser("").setHost(""))
			.build();
		// A server that answers but is not yet ready refuses with a status of its own.
		RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
			.maxRetries(Long.MAX_VALUE)
			.timeout(settings.connectTimeout())
			.delay(Duration.ofMillis(100))
			.multiplier(1.5)
			.maxDelay(Duration.ofSeconds(1))
			.predicate((ex) -> ex instanceof StatusRuntimeException status
					&& status.getStatus().getCode() == Status.Code.UNAVAILABLE
					&& !MilvusExceptionTranslator.isRefusedHandshake(status))
			.build());
		try {
			return retry.execute(() -> {
				ConnectResponse response = MilvusServiceGrpc.newBlockingStub(channel)
					.withDeadline(deadline)
					.connect(request);
				int code = response.getStatus().getCode();
				if (code != 0) {
					throw Status.UNAVAILABLE.withDescription(response.getStatus().getReason()).asRuntimeException();
				}
				return response;
			});
		}
		catch (RetryException ex) {
			throw whatSaysMost(ex);
		}
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

	private static String version(Channel channel, Deadline deadline) {
		return MilvusServiceGrpc.newBlockingStub(channel)
			.withDeadline(deadline)
			.getVersion(GetVersionRequest.getDefaultInstance())
			.getVersion();
	}

	private static void checkDatabase(Channel channel, ConnectionSettings settings, Deadline deadline) {
		if (settings.database() == null) {
			return;
		}
		List<String> databases = databases(channel, deadline);
		if (!databases.isEmpty() && !databases.contains(settings.database())) {
			throw new InvalidDataAccessResourceUsageException(
					"Database '" + settings.database() + "' does not exist at " + settings.address() + ", which has "
							+ databases + ": create it or set milvus.database to one of these");
		}
	}

	/**
	 * Lists the databases, of which there is at least one: none are listed to users who
	 * may use theirs, but not know of others.
	 */
	private static List<String> databases(Channel channel, Deadline deadline) {
		try {
			return MilvusServiceGrpc.newBlockingStub(channel)
				.withDeadline(deadline)
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

	/**
	 * Returns the calls that carry rows.
	 * @return the calls
	 */
	public MilvusCalls calls() {
		return this.calls;
	}

	/**
	 * Returns the calls that create, describe and change collections.
	 * @return the calls
	 */
	public SchemaCalls schemaCalls() {
		return this.schemaCalls;
	}

	/**
	 * Returns the SDK's client over the same channel, for administration.
	 * @return the client; closing it does not close this connection
	 */
	public MilvusClientV2 client() {
		return this.client;
	}

	/**
	 * Returns the translator of this connection's exceptions.
	 * @return the translator
	 */
	public MilvusExceptionTranslator exceptionTranslator() {
		return this.translator;
	}

	/**
	 * Returns which server this is.
	 * @return its version, and whether it is Milvus Lite
	 */
	public MilvusServer server() {
		return this.server;
	}

	/**
	 * Returns what the server says its version is.
	 * @return for example {@code v2.6.4} or {@code milvus_lite-3.2.2}
	 */
	public String serverVersion() {
		return this.server.version();
	}

	/**
	 * Tells whether the server is Milvus Lite.
	 * @return {@code true} for Milvus Lite
	 */
	public boolean isLite() {
		return this.server.lite();
	}

	/**
	 * Closes the channel; calls under way end with an error.
	 */
	@Override
	public void close() {
		this.channel.shutdown();
		try {
			if (!this.channel.awaitTermination(5, TimeUnit.SECONDS)) {
				this.channel.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			this.channel.shutdownNow();
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public String toString() {
		return "MilvusConnection to " + this.settings + " (" + serverVersion() + ")";
	}

}
