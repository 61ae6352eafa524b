package io.github.milvusspring.autoconfigure.health;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.lite.MilvusLite;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Reports whether the server answers one cheap call within a time-out of its own.
 */
final class MilvusHealthIndicator extends AbstractHealthIndicator {

	private final MilvusConnection connection;

	private final Duration timeout;

	private final @Nullable MilvusLite lite;

	/**
	 * Creates an indicator.
	 * @param connection the connection
	 * @param timeout the time within which the server must answer
	 * @param lite the Milvus Lite that this application started, {@code null} for another
	 * server
	 */
	MilvusHealthIndicator(MilvusConnection connection, Duration timeout, @Nullable MilvusLite lite) {
		super("Milvus does not answer");
		this.connection = connection;
		this.timeout = timeout;
		this.lite = lite;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.withDetail("database", this.connection.database());
		if (this.lite != null) {
			builder.withDetail("litePid", this.lite.pid());
			Path directory = this.lite.dataDirectory();
			builder.withDetail("liteDataDirectory", directory.toString());
		}
		long start = System.nanoTime();
		String version = this.connection.ping(this.timeout);
		long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
		builder.up().withDetail("version", version).withDetail("latencyMillis", millis);
	}

}
