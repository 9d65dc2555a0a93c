//! `RegistryKeyStateHive`.

http_core::open_enum! {
    /// An open set of words.
    pub enum RegistryKeyStateHive {
        Unknown = "unknown",
        CurrentConfig = "currentConfig",
        CurrentUser = "currentUser",
        LocalMachineSam = "localMachineSam",
        LocalMachineSecurity = "localMachineSecurity",
        LocalMachineSoftware = "localMachineSoftware",
        LocalMachineSystem = "localMachineSystem",
        UsersDefault = "usersDefault",
        UnknownFutureValue = "unknownFutureValue",
    }
}
