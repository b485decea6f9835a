/**
 * The classes that WMI creates in every namespace and that no file declares, in MOF
 * (the WMI SDK, "WMI System Classes"), and those of root\wmi that event classes extend
 * (Wmi.mof). Kept to what `read-system-classes` reads.
 */
export const systemClasses: string = `
[abstract] class __SystemClass {};
[singleton] class __thisNAMESPACE : __SystemClass { uint8 SECURITY_DESCRIPTOR[]; };
[abstract] class __CacheControl : __SystemClass { };
[abstract] class __SecurityRelatedClass {};
[abstract] class __IndicationRelated : __SystemClass {};
class __NAMESPACE : __SystemClass { [key] string Name; };
[singleton] class __SystemSecurity : __SystemClass {
  [static] uint32 GetSD([out] uint8 SD[]);
  [static] uint32 Get9XUserList([out] __NTLMUser9X ul[]);
  [static] uint32 SetSD([in] uint8 SD[]);
  [static] uint32 Set9XUserList([in] __NTLMUser9X ul[]);
  [static] uint32 GetCallerAccessRights([out] sint32 rights);
};
[abstract] class __PARAMETERS {};
[abstract] class __ExtendedStatus {
  [read] string ProviderName;
  [read] string Operation;
  [read] string ParameterInfo;
  [read] string Description;
  [read] uint32 StatusCode;
};
[abstract] class __NotifyStatus { [read] uint32 StatusCode; };
class __CIMOMIdentification : __SystemClass {
  [key] string Name;
  string VersionUsedToCreateDB;
  string VersionCurrentlyRunning;
  string WorkingDirectory;
  string SetupDate;
  string SetupTime;
};
class __Trustee : __SecurityRelatedClass {
  string Domain;
  string Name;
  uint8 SID[];
  uint32 SidLength;
  string SIDString;
};
class __ACE : __SecurityRelatedClass {
  uint32 AccessMask;
  uint32 AceFlags;
  uint32 AceType;
  string GuidInheritedObjectType;
  string GuidObjectType;
  __Trustee Trustee;
};
class __SecurityDescriptor : __SecurityRelatedClass {
  uint32 ControlFlags;
  __ACE DACL[];
  __Trustee Group;
  __Trustee Owner;
  __ACE SACL[];
};
class __NTLMUser9X : __SecurityRelatedClass {
  string Name;
  string Authority;
  uint32 Flags;
  uint32 Mask;
  uint32 Type;
};
[abstract] class __Provider : __SystemClass { [key] string Name; };
class __Win32Provider : __Provider {
  string CLSID;
  string ClientLoadableCLSID;
  string DefaultMachineName;
  boolean InitializeAsAdminFirst;
  boolean PerUserInitialization = FALSE;
  boolean PerLocaleInitialization = FALSE;
  boolean Pure = TRUE;
  [subtype("interval")] datetime UnloadTimeout;
  sint32 ImpersonationLevel = 0;
  sint32 InitializationReentrancy = 0;
  [subtype("interval")] datetime InitializationTimeoutInterval;
  [subtype("interval")] datetime OperationTimeoutInterval;
  sint32 Concurrency;
  boolean SupportsThrottling;
  boolean SupportsExplicitShutdown;
  boolean SupportsSendStatus;
  boolean SupportsExtendedStatus;
  boolean SupportsShutdown;
  boolean SupportsQuotas;
  string HostingModel;
  string SecurityDescriptor;
  uint32 Version;
  boolean Enabled;
};
[abstract] class __ProviderRegistration : __SystemClass { __Provider ref provider; };
[abstract] class __ObjectProviderRegistration : __ProviderRegistration {
  [key] __Provider ref provider;
  sint32 InteractionType = 0;
  boolean SupportsPut = FALSE;
  boolean SupportsGet = FALSE;
  boolean SupportsDelete = FALSE;
  boolean SupportsEnumeration = FALSE;
  string QuerySupportLevels[];
  boolean SupportsBatching;
  boolean SupportsTransactions;
};
class __ClassProviderRegistration : __ObjectProviderRegistration {
  string ReferencedSetQueries[];
  string ResultSetQueries[];
  string UnsupportedQueries[];
  [subtype("interval")] datetime CacheRefreshInterval;
  sint32 Version = 1;
};
class __InstanceProviderRegistration : __ObjectProviderRegistration {};
class __MethodProviderRegistration : __ProviderRegistration { [key] __Provider ref provider; };
class __EventProviderRegistration : __ProviderRegistration {
  [key] __Provider ref provider;
  string EventQueryList[];
};
class __EventConsumerProviderRegistration : __ProviderRegistration {
  [key] __Provider ref provider;
  string ConsumerClassNames[];
};
class __PropertyProviderRegistration : __ProviderRegistration {
  [key] __Provider ref provider;
  boolean SupportsPut;
  boolean SupportsGet;
};
class __DecoupledProviderRegistration : __ProviderRegistration { [key] __Provider ref provider; };
[singleton] class __ObjectProviderCacheControl : __CacheControl {
  [subtype("interval")] datetime ClearAfter;
};
[singleton] class __PropertyProviderCacheControl : __CacheControl {
  [subtype("interval")] datetime ClearAfter;
};
[singleton] class __EventProviderCacheControl : __CacheControl {
  [subtype("interval")] datetime ClearAfter;
};
[singleton] class __EventConsumerProviderCacheControl : __CacheControl {
  [subtype("interval")] datetime ClearAfter;
};
[singleton] class __EventSinkCacheControl : __CacheControl {
  [subtype("interval")] datetime ClearAfter;
};
[singleton] class __ProviderHostQuotaConfiguration : __SystemClass {
  uint32 ThreadsPerHost;
  uint32 HandlesPerHost;
  uint32 ProcessLimitAllHosts;
  uint64 MemoryPerHost;
  uint64 MemoryAllHosts;
};
[singleton] class __ArbitratorConfiguration : __SystemClass {
  uint32 OutstandingTasksTotal;
  uint32 OutstandingTasksPerUser;
  uint32 TaskThreadsTotal;
  uint32 TaskThreadsPerUser;
  uint32 QuotaRetryCount;
  uint32 QuotaRetryWaitInterval;
  uint32 TotalUsers;
  uint32 TotalCacheMemoryPerTask;
  uint32 TotalCacheMemoryPerUser;
  uint32 TotalCacheMemory;
  uint32 TotalCacheDiskPerTask;
  uint32 TotalCacheDiskPerUser;
  uint32 TotalCacheDisk;
  uint32 TemporarySubscriptionsPerUser;
  uint32 PermanentSubscriptionsPerUser;
  uint32 PollingInstructionsPerUser;
  uint32 PollingMemoryPerUser;
  uint32 TemporarySubscriptionsTotal;
  uint32 PermanentSubscriptionsTotal;
  uint32 PollingInstructionsTotal;
  uint32 PollingMemoryTotal;
};
`;
