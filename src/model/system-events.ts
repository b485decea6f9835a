/** WMI's events, their filters, consumers and timers: the other part of {@link systemClasses}. */
export const systemEvents: string = `
[abstract] class __Event : __IndicationRelated {
  uint8 SECURITY_DESCRIPTOR[];
  uint64 TIME_CREATED;
};
[abstract] class __ExtrinsicEvent : __Event {};
[abstract] class __NamespaceOperationEvent : __Event { __NAMESPACE TargetNamespace; };
class __NamespaceCreationEvent : __NamespaceOperationEvent {};
class __NamespaceDeletionEvent : __NamespaceOperationEvent {};
class __NamespaceModificationEvent : __NamespaceOperationEvent { __NAMESPACE PreviousNamespace; };
[abstract] class __ClassOperationEvent : __Event { object TargetClass; };
class __ClassCreationEvent : __ClassOperationEvent {};
class __ClassDeletionEvent : __ClassOperationEvent {};
class __ClassModificationEvent : __ClassOperationEvent { object PreviousClass; };
[abstract] class __InstanceOperationEvent : __Event { object TargetInstance; };
class __InstanceCreationEvent : __InstanceOperationEvent {};
class __InstanceDeletionEvent : __InstanceOperationEvent {};
class __InstanceModificationEvent : __InstanceOperationEvent { object PreviousInstance; };
class __MethodInvocationEvent : __InstanceOperationEvent {
  string Method;
  __PARAMETERS Parameters;
  boolean PreCall;
};
class __TimerEvent : __Event {
  string TimerId;
  uint32 NumFirings;
};
class __AggregateEvent : __IndicationRelated {
  uint32 NumberOfEvents;
  object Representative;
};
[abstract] class __SystemEvent : __ExtrinsicEvent {};
class __EventDroppedEvent : __SystemEvent {
  object Event;
  string IntendedConsumer;
};
class __EventQueueOverflowEvent : __EventDroppedEvent { uint32 CurrentQueueSize; };
class __QOSFailureEvent : __EventDroppedEvent {
  uint32 ErrorCode;
  string ErrorDescription;
};
class __ConsumerFailureEvent : __EventDroppedEvent {
  uint32 ErrorCode;
  string ErrorDescription;
  string ErrorSource;
  __ExtendedStatus ErrorObject;
};
[abstract] class __EventConsumer : __IndicationRelated {
  string MachineName;
  uint32 MaximumQueueSize;
  uint8 CreatorSID[];
};
class __EventFilter : __IndicationRelated {
  [key] string Name;
  uint8 CreatorSID[];
  string QueryLanguage;
  string Query;
  string EventNamespace;
  string EventAccess;
};
[association] class __FilterToConsumerBinding : __IndicationRelated {
  [key] __EventFilter ref Filter;
  [key] __EventConsumer ref Consumer;
  uint8 CreatorSID[];
  uint32 DeliveryQoS = 0;
  boolean DeliverSynchronously = FALSE;
  boolean MaintainSecurityContext = FALSE;
  boolean SlowDownProviders = FALSE;
};
[abstract] class __EventGenerator : __IndicationRelated {};
[abstract] class __TimerInstruction : __EventGenerator {
  [key] string TimerId;
  boolean SkipIfPassed = FALSE;
};
class __AbsoluteTimerInstruction : __TimerInstruction { datetime EventDateTime; };
class __IntervalTimerInstruction : __TimerInstruction { uint32 IntervalBetweenEvents; };
class __TimerNextFiring : __IndicationRelated {
  [key] string TimerId;
  sint64 NextEvent64BitTime;
};
[abstract] class WMIEvent : __ExtrinsicEvent {};
[abstract] class EventTrace {
  [WmiDataId(1)] uint16 EventSize;
  [WmiDataId(2)] uint16 ReservedHeaderField;
  [WmiDataId(3)] uint8 EventType;
  [WmiDataId(4)] uint8 TraceLevel;
  [WmiDataId(5)] uint16 TraceVersion;
  [WmiDataId(6)] uint64 ThreadId;
  [WmiDataId(7)] uint64 TimeStamp;
  [WmiDataId(8)] uint8 EventGuid[];
  [WmiDataId(9)] uint32 KernelTime;
  [WmiDataId(10)] uint32 UserTime;
  [WmiDataId(11)] uint32 InstanceId;
  [WmiDataId(12)] uint8 ParentGuid[];
  [WmiDataId(13)] uint32 ParentInstanceId;
  [WmiDataId(14)] uint32 MofData;
  [WmiDataId(15)] uint32 MofLength;
};
`;
