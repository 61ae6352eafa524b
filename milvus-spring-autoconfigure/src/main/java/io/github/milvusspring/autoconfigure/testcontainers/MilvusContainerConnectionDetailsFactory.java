package io.github.milvusspring.autoconfigure.testcontainers;

import io.github.milvusspring.autoconfigure.MilvusConnectionDetails;
import org.jspecify.annotations.Nullable;
import org.testcontainers.milvus.MilvusContainer;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/**
 * Creates connection details for a {@link MilvusContainer} with
 * {@code @ServiceConnection}.
 */
class MilvusContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<MilvusContainer, MilvusConnectionDetails> {

	@Override
	protected MilvusConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<MilvusContainer> source) {
		return new MilvusContainerConnectionDetails(source);
	}

	private static final class MilvusContainerConnectionDetails extends ContainerConnectionDetails<MilvusContainer>
			implements MilvusConnectionDetails {

		MilvusContainerConnectionDetails(ContainerConnectionSource<MilvusContainer> source) {
			super(source);
		}

		@Override
		public String getUri() {
			return getContainer().getEndpoint();
		}

		@Override
		public @Nullable SslBundle getSslBundle() {
			return super.getSslBundle();
		}

	}

}
