package io.github.milvusspring.autoconfigure.compose;

import java.util.Map;

import io.github.milvusspring.autoconfigure.MilvusConnectionDetails;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.boot.ssl.SslBundle;

/**
 * Creates connection details for a Docker Compose service with the image {@code
 * milvusdb/milvus}.
 */
class MilvusDockerComposeConnectionDetailsFactory
		extends DockerComposeConnectionDetailsFactory<MilvusConnectionDetails> {

	private static final int MILVUS_PORT = 19530;

	MilvusDockerComposeConnectionDetailsFactory() {
		super("milvusdb/milvus");
	}

	@Override
	protected MilvusConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
		return new MilvusDockerComposeConnectionDetails(source.getRunningService());
	}

	private static final class MilvusDockerComposeConnectionDetails extends DockerComposeConnectionDetails
			implements MilvusConnectionDetails {

		private final String uri;

		private final @Nullable String credentials;

		private final @Nullable SslBundle sslBundle;

		MilvusDockerComposeConnectionDetails(RunningService service) {
			super(service);
			this.uri = "http://" + service.host() + ":" + service.ports().get(MILVUS_PORT);
			this.credentials = credentials(service.env());
			this.sslBundle = getSslBundle(service);
		}

		// Milvus reads its settings from environment variables,
		// and its initial user and password are root:Milvus.
		private static @Nullable String credentials(Map<String, @Nullable String> variables) {
			if (!"true".equalsIgnoreCase(variables.get("COMMON_SECURITY_AUTHORIZATIONENABLED"))) {
				return null;
			}
			String password = variables.get("COMMON_SECURITY_DEFAULTROOTPASSWORD");
			return "root:" + ((password != null) ? password : "Milvus");
		}

		@Override
		public String getUri() {
			return this.uri;
		}

		@Override
		public @Nullable String getCredentials() {
			return this.credentials;
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return this.sslBundle;
		}

	}

}
