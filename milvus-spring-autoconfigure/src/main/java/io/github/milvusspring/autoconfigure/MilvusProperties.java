package io.github.milvusspring.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;

import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.Durations;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * The configuration properties with the prefix {@code milvus}; {@link #toString()} never
 * contains the secrets.
 *
 * @param uri Address of the server, such as 'http://localhost:19530' or
 * 'https://host:443'. A local path such as './milvus.db' starts Milvus Lite with its data
 * there. Without an address, Milvus Lite is started with its data in
 * 'milvus.lite.data-directory'.
 * @param token Token to log in with: an API key, or 'user:password'. Takes precedence
 * over 'milvus.username' and 'milvus.password'.
 * @param username User to log in as.
 * @param password Password of the user.
 * @param database Database to use; the server's default one when not set. Milvus Lite
 * creates it when it is missing.
 * @param connectTimeout How long to wait at start for the server to answer, and how long
 * a call waits for a new connection in place of a lost one.
 * @param timeout How long a call that names no time-out of its own may take. When not
 * set, it waits for as long as the server works on it.
 * @param keepAliveTime How long a connection is silent during a call before it is checked
 * with a ping, at least 10 seconds. When not set, 10 seconds, or 330 seconds with a
 * Milvus Lite that this application did not start, because such a server closes
 * connections that are checked more often than every five minutes.
 * @param keepAliveTimeout How long the answer to such a ping may take before the
 * connection is given up and its calls fail. When not set, 5 seconds, or 20 seconds with
 * a Milvus Lite that this application did not start.
 * @param slowCallThreshold Duration from which a call is logged as a warning by the
 * logger 'io.github.milvusspring.calls'. When not set, slow calls are not logged.
 * @param consistency How fresh the data must be for reads that do not say.
 * @param ssl Encryption of the connection.
 * @param schema Collections of the entities.
 * @param embedding Vectors that are made from texts.
 * @param health Health of the connection.
 * @param lite Milvus Lite, which is started when no server is configured.
 */
@ConfigurationProperties("milvus")
public record MilvusProperties(@Nullable String uri, @Nullable String token, @Nullable String username,
		@Nullable String password, @Nullable String database, @DefaultValue("10s") Duration connectTimeout,
		@Nullable Duration timeout, @Nullable Duration keepAliveTime, @Nullable Duration keepAliveTimeout,
		@Nullable Duration slowCallThreshold, @DefaultValue("session") ConsistencyLevel consistency,
		@DefaultValue Ssl ssl, @DefaultValue Schema schema, @DefaultValue Embedding embedding,
		@DefaultValue Health health, @DefaultValue Lite lite) {

	public MilvusProperties {
		Durations.requirePositive("milvus.connect-timeout", connectTimeout);
		Durations.requirePositive("milvus.timeout", timeout);
		Durations.requirePositive("milvus.keep-alive-time", keepAliveTime);
		Durations.requirePositive("milvus.keep-alive-timeout", keepAliveTimeout);
		Durations.requirePositive("milvus.slow-call-threshold", slowCallThreshold);
	}

	@Override
	public String toString() {
		String address = (this.uri != null) ? this.uri.replaceFirst("^([a-z]+://)?.*@", "$1******@") : "none";
		return "MilvusProperties[uri=" + address + ", token=" + masked(this.token) + ", username=" + this.username
				+ ", password=" + masked(this.password) + ", database=" + this.database + ", connectTimeout="
				+ this.connectTimeout + ", timeout=" + this.timeout + ", keepAliveTime=" + this.keepAliveTime
				+ ", keepAliveTimeout=" + this.keepAliveTimeout + ", slowCallThreshold=" + this.slowCallThreshold
				+ ", consistency=" + this.consistency + ", ssl=" + this.ssl + ", schema=" + this.schema + ", embedding="
				+ this.embedding + ", health=" + this.health + ", lite=" + this.lite + "]";
	}

	private static String masked(@Nullable String secret) {
		return (secret != null) ? "******" : "none";
	}

	/**
	 * Encryption of the connection.
	 *
	 * @param enabled Whether to encrypt the connection. Enabled by itself when the
	 * address starts with 'https' or a bundle is set.
	 * @param bundle Name of the SSL bundle with the certificates to trust and the
	 * client's own. Without one, the certificates of the JVM are trusted.
	 */
	public record Ssl(@Nullable Boolean enabled, @Nullable String bundle) {
	}

	/**
	 * Collections of the entities.
	 *
	 * @param mode What happens at start to the collections of the entities: nothing,
	 * check and load them, create what is missing before that, or also change what Milvus
	 * can change in place.
	 * @param indexTimeout How long to wait for a new index to be built.
	 */
	public record Schema(@DefaultValue("create") SchemaMode mode, @DefaultValue("10m") Duration indexTimeout) {

		public Schema {
			Durations.requirePositive("milvus.schema.index-timeout", indexTimeout);
		}

	}

	/**
	 * Vectors that are made from texts.
	 *
	 * @param batchSize How many texts the embedder is given at once, at the most.
	 */
	public record Embedding(@DefaultValue("64") int batchSize) {

		public Embedding {
			Assert.isTrue(batchSize > 0,
					() -> "milvus.embedding.batch-size is " + batchSize + ": a batch has at least one text");
		}

	}

	/**
	 * Health of the connection.
	 *
	 * @param timeout How long the server may take to answer before it is reported as
	 * down.
	 */
	public record Health(@DefaultValue("2s") Duration timeout) {

		public Health {
			Durations.requirePositive("milvus.health.timeout", timeout);
		}

	}

	/**
	 * Milvus Lite, which is started when no server is configured.
	 *
	 * @param enabled Whether Milvus Lite may be started.
	 * @param dataDirectory Directory for the data, relative to the working directory.
	 * Created when missing; one server at a time can use it.
	 * @param ephemeral Whether to keep the data in a temporary directory instead, which
	 * is deleted at the end.
	 * @param command Python interpreter that has Milvus Lite, or a 'milvus-lite'
	 * executable. Searched for when not set.
	 * @param cacheDirectory Directory in which Milvus Lite is installed when it is not
	 * found; 'milvus-spring' in the user's cache directory when not set.
	 * @param provision Whether Milvus Lite may be installed from the package registry
	 * when it is not found.
	 * @param startupTimeout How long a start may take, without the installation.
	 * @param shutdownTimeout How long a stop may take before the server is killed.
	 * @param memoryTable Size at which the rows written are put in order in files: a
	 * small one makes searches right after writes fast, a large one makes loading faster.
	 */
	public record Lite(@DefaultValue("true") boolean enabled, @DefaultValue("milvus-data") Path dataDirectory,
			@DefaultValue("false") boolean ephemeral, @Nullable String command, @Nullable Path cacheDirectory,
			@DefaultValue("true") boolean provision, @DefaultValue("60s") Duration startupTimeout,
			@DefaultValue("10s") Duration shutdownTimeout, @DefaultValue("4MB") DataSize memoryTable) {

		public Lite {
			Durations.requirePositive("milvus.lite.startup-timeout", startupTimeout);
			Assert.isTrue(!shutdownTimeout.isNegative(), () -> "milvus.lite.shutdown-timeout is " + shutdownTimeout
					+ ": give zero to kill the server at once, or a longer time");
			Assert.isTrue(memoryTable.toBytes() > 0,
					() -> "milvus.lite.memory-table is " + memoryTable + ": it has to be positive, such as 4MB");
		}

	}

}
