package io.github.milvusspring.autoconfigure.compose;

import java.util.Map;

import io.github.milvusspring.autoconfigure.MilvusConnectionDetails;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

class MilvusDockerComposeConnectionDetailsFactoryTests {

	@Test
	void serviceOfTheOfficialImageIsConnectedTo() {
		MilvusConnectionDetails details = details("milvusdb/milvus:v2.6.4", Map.of());
		assertThat(details).isNotNull();
		assertThat(details.getUri()).isEqualTo("http://127.0.0.1:40000");
		assertThat(details.getCredentials()).isNull();
		assertThat(details.getSslBundle()).isNull();
	}

	@Test
	void serviceWithAuthenticationIsLoggedInTo() {
		MilvusConnectionDetails details = details("milvusdb/milvus",
				Map.of("COMMON_SECURITY_AUTHORIZATIONENABLED", "true"));
		assertThat(details.getCredentials()).isEqualTo("root:Milvus");
	}

	@Test
	void passwordOfTheServiceIsUsed() {
		MilvusConnectionDetails details = details("milvusdb/milvus",
				Map.of("COMMON_SECURITY_AUTHORIZATIONENABLED", "true", "COMMON_SECURITY_DEFAULTROOTPASSWORD", "p"));
		assertThat(details.getCredentials()).isEqualTo("root:p");
	}

	@Test
	void otherImagesAreLeftAlone() {
		assertThat(details("redis", Map.of())).isNull();
	}

	@Test
	void factoryIsRegistered() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(ConnectionDetailsFactory.class))
			.hasAtLeastOneElementOfType(MilvusDockerComposeConnectionDetailsFactory.class);
	}

	private static MilvusConnectionDetails details(String image, Map<String, String> environment) {
		RunningService service = mock(RETURNS_DEEP_STUBS);
		given(service.image()).willReturn(ImageReference.of(image));
		given(service.host()).willReturn("127.0.0.1");
		given(service.ports().get(anyInt())).willReturn(40000);
		given(service.env()).willReturn(environment);
		given(service.labels()).willReturn(Map.of());
		DockerComposeConnectionSource source = mock();
		given(source.getRunningService()).willReturn(service);
		return new MilvusDockerComposeConnectionDetailsFactory().getConnectionDetails(source);
	}

}
