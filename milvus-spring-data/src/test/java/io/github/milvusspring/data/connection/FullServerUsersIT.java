package io.github.milvusspring.data.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import io.github.milvusspring.data.MilvusFullServer;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.milvus.v2.service.rbac.request.CreateRoleReq;
import io.milvus.v2.service.rbac.request.CreateUserReq;
import io.milvus.v2.service.rbac.request.DropRoleReq;
import io.milvus.v2.service.rbac.request.DropUserReq;
import io.milvus.v2.service.rbac.request.GrantPrivilegeReq;
import io.milvus.v2.service.rbac.request.GrantRoleReq;
import io.milvus.v2.service.rbac.request.RevokePrivilegeReq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.PermissionDeniedDataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Users, roles and wrong passwords, on the complete server.
 */
class FullServerUsersIT {

	private static final String PASSWORD = "s3cret-of-the-reader";

	@RegisterExtension
	final MilvusFullServer milvus = new MilvusFullServer();

	@ParameterizedTest
	@ValueSource(strings = { "root:wr0ng-s3cret", "nobody:wr0ng-s3cret", "wr0ng-s3cret" })
	void wrongCredentialsAreRefusedWithoutBeingShown(String credentials) {
		String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> MilvusConnection.open(this.milvus.settings().withCredentials(credentials)))
			.withMessageContaining("milvus.token")
			.satisfies((ex) -> {
				for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
					assertThat(cause.toString()).doesNotContain("wr0ng").doesNotContain(encoded);
				}
			});
	}

	@Test
	void noCredentialsAreRefused() {
		assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
			.isThrownBy(() -> MilvusConnection.open(this.milvus.settings().withCredentials(null)))
			.withMessageContaining("milvus.token");
	}

	@Test
	void aUserMayDoWhatItsRoleAllows() {
		MilvusTemplate root = this.milvus.template();
		root.collections().create("simple", 2);
		root.rows("simple").upsert(Map.of("id", 1L, "vector", new float[] { 1, 0 }));
		root.execute((client) -> {
			client.createUser(CreateUserReq.builder().userName("reader").password(PASSWORD).build());
			client.createRole(CreateRoleReq.builder().roleName("readers").build());
			client.grantRole(GrantRoleReq.builder().userName("reader").roleName("readers").build());
			client.grantPrivilege(GrantPrivilegeReq.builder()
				.roleName("readers")
				.objectType("Collection")
				.objectName("simple")
				.privilege("Query")
				.build());
			client.grantPrivilege(GrantPrivilegeReq.builder()
				.roleName("readers")
				.objectType("Global")
				.objectName("*")
				.privilege("DescribeCollection")
				.build());
			return null;
		});
		try (MilvusConnection connection = MilvusConnection
			.open(this.milvus.settings().withDatabase(this.milvus.database()).withCredentials("reader:" + PASSWORD))) {
			MilvusTemplate reader = new MilvusTemplate(connection, new MilvusConverter(new MilvusMappingContext()));
			// The server's proxy hears of what was granted a moment later.
			await().atMost(Duration.ofMinutes(1))
				.ignoreExceptionsInstanceOf(PermissionDeniedDataAccessException.class)
				.until(() -> reader.rows("simple").count() == 1);
			assertThat(reader.rows("simple").query(FilterQuery.of(Filter.all()))).hasSize(1);
			assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
				.isThrownBy(() -> reader.rows("simple").upsert(Map.of("id", 2L, "vector", new float[] { 1, 0 })))
				.withMessageContaining("roles");
			assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
				.isThrownBy(() -> reader.collection("simple").drop())
				.withMessageContaining("roles");
			assertThatExceptionOfType(PermissionDeniedDataAccessException.class)
				.isThrownBy(() -> reader.execute((client) -> client.listUsers()));
		}
		finally {
			root.execute((client) -> {
				client.revokePrivilege(RevokePrivilegeReq.builder()
					.roleName("readers")
					.objectType("Collection")
					.objectName("simple")
					.privilege("Query")
					.build());
				client.revokePrivilege(RevokePrivilegeReq.builder()
					.roleName("readers")
					.objectType("Global")
					.objectName("*")
					.privilege("DescribeCollection")
					.build());
				client.dropUser(DropUserReq.builder().userName("reader").build());
				client.dropRole(DropRoleReq.builder().roleName("readers").build());
				return null;
			});
		}
		assertThat(root.rows("simple").count()).isEqualTo(1);
	}

}
